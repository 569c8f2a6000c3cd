"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useSwitch } from "@/components/call/use-switch";
import { Switch } from "@/components/ui/switch";

/** How a host is told of raised hands. */
export default function HandSettings() {
  const t = useTranslations("features.raise-hand");
  const [hasToast, setToast] = useSwitch("handToast");
  const [hasSound, setSound] = useSwitch("handSound");
  return (
    <SettingsSection title={t("settings")}>
      <Switch
        label={t("toast")}
        hint={t("toastHint")}
        checked={hasToast}
        onChange={({ target }) => setToast(target.checked)}
      />
      <Switch
        label={t("sound")}
        hint={t("soundHint")}
        checked={hasSound}
        onChange={({ target }) => setSound(target.checked)}
      />
    </SettingsSection>
  );
}
