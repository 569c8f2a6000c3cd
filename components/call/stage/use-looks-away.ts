"use client";
import { LocalVideoTrack, type Track, TrackEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

const looksAway = (track: Track | undefined) =>
  track instanceof LocalVideoTrack &&
  track.mediaStreamTrack.getSettings().facingMode === "environment";

/** Whether the person's own camera looks away from them, as it is now: it may be flipped while it runs. */
export function useLooksAway(track: Track | undefined): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      track?.on(TrackEvent.Restarted, changed);
      return () => void track?.off(TrackEvent.Restarted, changed);
    },
    [track],
  );
  return useSyncExternalStore(
    subscribe,
    () => looksAway(track),
    () => false,
  );
}
