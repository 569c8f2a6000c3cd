"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useState } from "react";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";

/** The person's own microphone or camera: whether it is on, and turning it. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, turnOffEntering, reportDeviceFailure } = useCall();
  const { isMicrophoneEnabled, isCameraEnabled, localParticipant } = useLocalParticipant();
  const [isTurning, setIsTurning] = useState(false);
  const isEnabled = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;

  const toggle = async () => {
    if (entering[kind]) {
      turnOffEntering(kind);
      return;
    }
    if (isTurning) return;
    setIsTurning(true);
    try {
      if (kind === "microphone") await localParticipant.setMicrophoneEnabled(!isEnabled);
      else await localParticipant.setCameraEnabled(!isEnabled);
    } catch (error) {
      reportDeviceFailure(kind, error);
    } finally {
      setIsTurning(false);
    }
  };

  return { isOn: isEnabled || entering[kind], isBusy: isTurning, toggle: () => void toggle() };
}
