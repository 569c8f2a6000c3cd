"use client";
import { useTranslations } from "use-intl";
import { DeviceChoices } from "@/components/call/device-choices";
import { useToast } from "@/components/ui/toast";
import { rememberPreferences } from "@/lib/client/preferences";

export function MicrophoneChoices() {
  const t = useTranslations("features.microphone");
  const toast = useToast();
  return (
    <DeviceChoices
      kind="audioinput"
      label={t("microphones")}
      unnamed={(position) => t("unnamed", { position })}
      onChosen={(microphoneId) => rememberPreferences({ microphoneId })}
      onFailed={() => toast({ text: t("cannotSwitch") })}
    />
  );
}
