"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useSwitch } from "@/components/call/use-switch";
import { useToast } from "@/components/ui/toast";

/** With audio only the camera is off; it comes back on when that ends, if it was on. */
export function useOwnPicture(): void {
  const t = useTranslations("features.quality");
  const toast = useToast();
  const { reportDeviceFailure, turnDevice, entering } = useCall();
  const { isCameraEnabled } = useLocalParticipant();
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  const comesBack = useRef(false);
  /** Whether the camera has been off since audio only began: then, who turns it on means it. */
  const hasBeenOff = useRef(false);

  const turn = useEffectEvent(async (isOn: boolean) => {
    try {
      await turnDevice("camera", isOn);
    } catch (error) {
      if (isOn) reportDeviceFailure("camera", error);
    }
  });
  const look = useEffectEvent(() => {
    if (!isAudioOnly) {
      hasBeenOff.current = false;
      if (comesBack.current && !isCameraEnabled) void turn(true);
      comesBack.current = false;
      return;
    }
    if (!isCameraEnabled) {
      if (!entering.camera) hasBeenOff.current = true;
      return;
    }
    if (!hasBeenOff.current) {
      comesBack.current = true;
      void turn(false);
      return;
    }
    comesBack.current = false;
    setAudioOnly(false);
    toast({ text: t("audioOnlyOver") });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what `look` looks at.
  useEffect(() => look(), [isAudioOnly, isCameraEnabled, entering.camera]);
}
