"use client";
import { useRoomContext } from "@livekit/components-react";
import { type RemoteParticipant, RoomEvent } from "livekit-client";
import { useEffect } from "react";
import { applyVolume } from "./volumes";

/** Whoever was turned down stays so when they, or this person, come back. */
export function KeptVolumes() {
  const room = useRoomContext();
  useEffect(() => {
    const subscribed = (_track: unknown, _publication: unknown, person: RemoteParticipant) =>
      applyVolume(person);
    for (const person of room.remoteParticipants.values()) applyVolume(person);
    room.on(RoomEvent.TrackSubscribed, subscribed);
    return () => void room.off(RoomEvent.TrackSubscribed, subscribed);
  }, [room]);
  return null;
}
