"use client";
import { useTranslations } from "use-intl";
import { useSwitch } from "@/components/call/use-switch";
import { Switch } from "@/components/ui/switch";

/** How a host is told of raised hands. */
export function SettingsSection() {
  const t = useTranslations("features.raise-hand");
  const [hasToast, setToast] = useSwitch("handToast");
  const [hasSound, setSound] = useSwitch("handSound");
  return (
    <section aria-label={t("settings")} className="grid gap-1">
      <Switch
        label={t("toast")}
        hint={t("toastHint")}
        checked={hasToast}
        onChange={(event) => setToast(event.currentTarget.checked)}
      />
      <Switch
        label={t("sound")}
        hint={t("soundHint")}
        checked={hasSound}
        onChange={(event) => setSound(event.currentTarget.checked)}
      />
    </section>
  );
}
