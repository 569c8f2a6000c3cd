"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";
import { noteOwnMute } from "./own-mutes";
import { sourceOf } from "./permissions";
import { useUnavailable } from "./use-unavailable";

/** The person's own microphone or camera: whether it is on, and turning it. */
export function useDeviceToggle(kind: MediaKind) {
  const { entering, turnOffEntering, reportDeviceFailure } = useCall();
  const { isMicrophoneEnabled, isCameraEnabled, localParticipant } = useLocalParticipant();
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
    if (entering[kind]) {
      turnOffEntering(kind);
      return;
    }
    if (isTurning) return;
    setIsTurning(true);
    if (isEnabled) noteOwnMute(localParticipant.getTrackPublication(sourceOf[kind]));
    try {
      if (kind === "microphone") await localParticipant.setMicrophoneEnabled(!isEnabled);
      else await localParticipant.setCameraEnabled(!isEnabled);
    } catch (error) {
      reportDeviceFailure(kind, error);
    } finally {
      setIsTurning(false);
    }
  };

  return { isOn, isBusy: isTurning, unavailable, toggle: () => void toggle() };
}
