"use client";
import { type Participant, ParticipantEvent, type Track } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

const changes = [
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.LocalTrackPublished,
  ParticipantEvent.LocalTrackUnpublished,
] as const;

/**
 * Whether somebody's microphone, camera or screen is off: muted, or not sent at all. LiveKit's own hook goes
 * by the identity, and stays with what the person was on the connection before.
 */
export function useIsOff(participant: Participant, source: Track.Source): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      for (const change of changes) participant.on(change, listener);
      return () => {
        for (const change of changes) participant.off(change, listener);
      };
    },
    [participant],
  );
  const isOff = () => participant.getTrackPublication(source)?.isMuted ?? true;
  return useSyncExternalStore(subscribe, isOff, isOff);
}
