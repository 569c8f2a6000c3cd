"use client";
import { useTranslations } from "use-intl";
import { SettingsSection } from "@/components/call/settings-section";
import { useSwitch } from "@/components/call/use-switch";
import { Switch } from "@/components/ui/switch";

/** What happens when a message comes and the chat is not open. */
export function ChatSettings() {
  const t = useTranslations("features.chat.settings");
  const [areShown, setAreShown] = useSwitch("messageNotices");
  const [isHeard, setIsHeard] = useSwitch("messageSound");
  return (
    <SettingsSection title={t("title")}>
      <Switch
        label={t("notices")}
        hint={t("noticesHint")}
        checked={areShown}
        onChange={(event) => setAreShown(event.target.checked)}
      />
      <Switch
        label={t("sound")}
        checked={isHeard}
        onChange={(event) => setIsHeard(event.target.checked)}
      />
    </SettingsSection>
  );
}
