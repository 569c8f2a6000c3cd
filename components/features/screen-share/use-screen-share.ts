"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { type ScreenShareCaptureOptions, ScreenSharePresets, Track } from "livekit-client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useUnavailable } from "@/components/call/use-unavailable";
import { useToast } from "@/components/ui/toast";

const capture = {
  // The sound of what is shown, where the browser can give it, without the meeting's own in it.
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  suppressLocalAudioPlayback: false,
  systemAudio: "include",
  surfaceSwitching: "include",
  // Sharing this very tab would show the meeting in the meeting in the meeting.
  selfBrowserSurface: "exclude",
  contentHint: "detail",
  resolution: ScreenSharePresets.h1080fps15.resolution,
} satisfies ScreenShareCaptureOptions;

/** Closing the browser's dialog is a choice, not a failure. */
function isChangeOfMind(error: unknown): boolean {
  return (
    error instanceof Error && error.name === "NotAllowedError" && !/by system/i.test(error.message)
  );
}

/** Whether this person's screen is shared, and starting and stopping it. */
export function useScreenShare() {
  const t = useTranslations("features.screen-share");
  const toast = useToast();
  const { isScreenShareEnabled, localParticipant } = useLocalParticipant();
  const unavailable = useUnavailable("screen_share");
  const [isStarting, setIsStarting] = useState(false);

  const start = async () => {
    setIsStarting(true);
    try {
      await localParticipant.setScreenShareEnabled(true, capture);
    } catch (error) {
      if (!isChangeOfMind(error)) toast({ text: t("failed") });
    } finally {
      setIsStarting(false);
    }
  };
  const stop = async () => {
    const tracks = [Track.Source.ScreenShare, Track.Source.ScreenShareAudio].map(
      (source) => localParticipant.getTrackPublication(source)?.track,
    );
    // First, so that nothing is seen any more even when the connection is away.
    for (const track of tracks) track?.stop();
    await localParticipant.setScreenShareEnabled(false).catch(() => undefined);
  };
  return {
    isSharing: isScreenShareEnabled,
    unavailable,
    toggle: () => {
      if (isStarting) return;
      if (isScreenShareEnabled) void stop();
      // Fingers see no tooltip.
      else if (unavailable !== undefined) toast({ text: unavailable });
      else void start();
    },
  };
}
