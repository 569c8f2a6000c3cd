"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useToast } from "@/components/ui/toast";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall, useTurning } from "./call-provider";
import { useSayDevice } from "./use-say-device";
import { useUnavailable } from "./use-unavailable";

/** The person's own microphone or camera: whether it is on, and turning it. Of several presses the last one counts. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, turnDevice, isDeviceOn, reportDeviceFailure } = useCall();
  const turning = useTurning(kind);
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const toast = useToast();
  const say = useSayDevice();
  const unavailable = useUnavailable(kind);
  const isSent = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;
  const isOn = unavailable === undefined && (turning ?? (isSent || entering[kind]));

  const turn = (onDone: (isOn: boolean) => void) => {
    if (unavailable !== undefined) {
      // Fingers see no tooltip.
      toast({ text: unavailable });
      return;
    }
    const next = !isDeviceOn(kind);
    turnDevice(kind, next).then(
      () => onDone(next),
      (error: unknown) => reportDeviceFailure(kind, error),
    );
  };

  return {
    isOn,
    unavailable,
    /** By its button, whose name tells what became of it. */
    toggle: () => turn(() => undefined),
    /** By a key or a headset. */
    toggleUnseen: () => turn((next) => say(kind, next)),
  };
}
