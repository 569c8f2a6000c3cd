"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useSwitch } from "@/components/call/use-switch";
import { Switch } from "@/components/ui/switch";

/** Whether other people's reactions are shown. */
export default function ReactionSettings() {
  const t = useTranslations("features.reactions");
  const [isOn, set] = useSwitch("reactions");
  return (
    <SettingsSection title={t("settings")}>
      <Switch
        label={t("show")}
        hint={t("showHint")}
        checked={isOn}
        onChange={({ target }) => set(target.checked)}
      />
    </SettingsSection>
  );
}
