"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { Switch } from "@/components/ui/switch";

export default function TalkSettings() {
  const t = useTranslations("features.push-to-talk");
  const [isOn, set] = useSwitch("pushToTalk");
  const key = useShortcutKey("space");
  return (
    <SettingsSection title={t("title")}>
      <Switch
        label={t("use")}
        hint={key === undefined ? t("noKey") : t("hint", { key })}
        checked={isOn}
        onChange={({ target }) => set(target.checked)}
      />
    </SettingsSection>
  );
}
