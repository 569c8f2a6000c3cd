"use client";
import { type Track, TrackEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

/** What a person's own track captures, as it is now: another device takes its place within the same track. */
export function useCapture(track: Track | undefined): MediaStreamTrack | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      track?.on(TrackEvent.Restarted, changed);
      return () => void track?.off(TrackEvent.Restarted, changed);
    },
    [track],
  );
  return useSyncExternalStore(
    subscribe,
    () => track?.mediaStreamTrack,
    () => undefined,
  );
}
