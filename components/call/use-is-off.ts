"use client";
import { type Participant, ParticipantEvent, type Track } from "livekit-client";
import { useOfPerson } from "./use-of-person";

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

/** Whether somebody's microphone, camera or screen is off: muted, or not sent at all. */
export function useIsOff(participant: Participant, source: Track.Source): boolean {
  return useOfPerson(
    participant,
    changes,
    (person) => person.getTrackPublication(source)?.isMuted ?? true,
  );
}
