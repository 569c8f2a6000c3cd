"use client";
import { useTranslations } from "use-intl";
import { DeviceChoices } from "@/components/call/device-choices";
import { useToast } from "@/components/ui/toast";
import { rememberPreferences } from "@/lib/client/preferences";

/** Safari and most phones leave the choice of speaker to the system. */
const isPossible = () => "setSinkId" in HTMLMediaElement.prototype;

export function SpeakerChoices() {
  const t = useTranslations("features.sound");
  const toast = useToast();
  if (!isPossible()) return null;
  return (
    <DeviceChoices
      kind="audiooutput"
      label={t("speakers")}
      unnamed={(position) => t("unnamed", { position })}
      onChosen={(speakerId) => rememberPreferences({ speakerId })}
      onFailed={() => toast({ text: t("cannotSwitch") })}
    />
  );
}
