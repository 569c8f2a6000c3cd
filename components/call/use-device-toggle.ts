"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useToast } from "@/components/ui/toast";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall, useTurning } from "./call-provider";
import { useUnavailable } from "./use-unavailable";

/** The person's own microphone or camera: whether it is on, and turning it. Of several presses the last one counts. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, turnDevice, isDeviceOn, reportDeviceFailure } = useCall();
  const turning = useTurning(kind);
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const toast = useToast();
  const unavailable = useUnavailable(kind);
  const isSent = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;
  const isOn = unavailable === undefined && (turning ?? (isSent || entering[kind]));

  const toggle = () => {
    if (unavailable !== undefined) {
      // Fingers see no tooltip.
      toast({ text: unavailable });
      return;
    }
    turnDevice(kind, !isDeviceOn(kind)).catch((error: unknown) => reportDeviceFailure(kind, error));
  };

  return { isOn, unavailable, toggle };
}
