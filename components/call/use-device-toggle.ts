"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useState } from "react";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";

/** The person's own microphone or camera: whether it is on, and turning it. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, reportDeviceFailure } = useCall();
  const { isMicrophoneEnabled, isCameraEnabled, localParticipant } = useLocalParticipant();
  const [isTurning, setIsTurning] = useState(false);
  const isEnabled = kind === "microphone" ? isMicrophoneEnabled : isCameraEnabled;
  const isBusy = entering[kind] || isTurning;

  const toggle = async () => {
    if (isBusy) return;
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

  return { isOn: isEnabled || entering[kind], isBusy, toggle: () => void toggle() };
}
