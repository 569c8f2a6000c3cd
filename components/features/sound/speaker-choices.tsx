"use client";
import { useTranslations } from "use-intl";
import { DeviceChoices } from "@/components/call/device-choices";
import { useToast } from "@/components/ui/toast";
import { canChooseSpeaker } from "@/lib/client/known-devices";
import { rememberPreferences } from "@/lib/client/preferences";

export function SpeakerChoices() {
  const t = useTranslations("features.sound");
  const toast = useToast();
  if (!canChooseSpeaker()) return null;
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
