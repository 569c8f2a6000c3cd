"use client";
import { RemoteTrack, type Room, RoomEvent, Track } from "livekit-client";
import { useEffect } from "react";

/** As long as a tile takes to be drawn, and more: what is seen at once is not to be stopped before. */
const graceMs = 500;

/**
 * LiveKit sends every picture until one that was seen is not any more; those on other pages never were, and
 * would be decoded all the same (livekit-client 2.23). So each that nothing shows is shown for an instant
 * where nobody looks.
 */
function stopWhereUnseen(track: Track): void {
  if (!(track instanceof RemoteTrack) || track.kind !== Track.Kind.Video) return;
  setTimeout(() => {
    if (track.attachedElements.length > 0) return;
    const nowhere = document.createElement("video");
    track.attach(nowhere);
    track.detach(nowhere);
  }, graceMs);
}

/** Pictures that are on no tile are neither sent to us nor decoded. */
export function useUnseenPaused(room: Room): void {
  useEffect(() => {
    for (const person of room.remoteParticipants.values()) {
      for (const { track } of person.videoTrackPublications.values()) {
        if (track) stopWhereUnseen(track);
      }
    }
    room.on(RoomEvent.TrackSubscribed, stopWhereUnseen);
    return () => void room.off(RoomEvent.TrackSubscribed, stopWhereUnseen);
  }, [room]);
}
