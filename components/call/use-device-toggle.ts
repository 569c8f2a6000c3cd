"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";
import { useUnavailable } from "./use-unavailable";

/** The person's own microphone or camera: whether it is on, and turning it. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, turnDevice, isDeviceOn, reportDeviceFailure } = useCall();
  const { isMicrophoneEnabled, isCameraEnabled } = useLocalParticipant();
  const toast = useToast();
  const unavailable = useUnavailable(kind);
  const [isTurning, setIsTurning] = useState(false);
  const isEnabled = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;
  const isOn = unavailable === undefined && (isEnabled || entering[kind]);

  const toggle = async () => {
    if (unavailable !== undefined) {
      // Fingers see no tooltip.
      toast({ text: unavailable });
      return;
    }
    // What is on its way in can be turned off at any moment.
    if (isTurning && !entering[kind]) return;
    setIsTurning(true);
    try {
      await turnDevice(kind, !isDeviceOn(kind));
    } catch (error) {
      reportDeviceFailure(kind, error);
    } finally {
      setIsTurning(false);
    }
  };

  return { isOn, isBusy: isTurning, unavailable, toggle: () => void toggle() };
}
