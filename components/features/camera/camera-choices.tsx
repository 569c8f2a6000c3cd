"use client";
import { useTranslations } from "use-intl";
import { DeviceChoices } from "@/components/call/device-choices";
import { useToast } from "@/components/ui/toast";
import { rememberPreferences } from "@/lib/client/preferences";

export function CameraChoices() {
  const t = useTranslations("features.camera");
  const toast = useToast();
  return (
    <DeviceChoices
      kind="videoinput"
      label={t("cameras")}
      unnamed={(position) => t("unnamed", { position })}
      onChosen={(cameraId) => rememberPreferences({ cameraId })}
      onFailed={() => toast({ text: t("cannotSwitch") })}
    />
  );
}
