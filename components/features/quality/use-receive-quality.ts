"use client";
import { useRoomContext } from "@livekit/components-react";
import { type RemoteTrackPublication, RoomEvent } from "livekit-client";
import { useEffect } from "react";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { askFor } from "./ask-for";

/** Receives others' cameras at most as large as the person wants, and no pictures at all with audio only. */
export function useReceiveQuality(): void {
  const room = useRoomContext();
  const [quality] = useChoice("receiveQuality");
  const [isAudioOnly] = useSwitch("audioOnly");
  useEffect(() => {
    const apply = (publication: RemoteTrackPublication) =>
      askFor(publication, quality, isAudioOnly);
    const applyToAll = () => {
      for (const person of room.remoteParticipants.values()) {
        for (const publication of person.videoTrackPublications.values()) apply(publication);
      }
    };
    const subscribed = (_track: unknown, publication: RemoteTrackPublication) => apply(publication);
    applyToAll();
    room
      .on(RoomEvent.TrackPublished, apply)
      .on(RoomEvent.TrackSubscribed, subscribed)
      .on(RoomEvent.Connected, applyToAll)
      .on(RoomEvent.Reconnected, applyToAll);
    return () =>
      void room
        .off(RoomEvent.TrackPublished, apply)
        .off(RoomEvent.TrackSubscribed, subscribed)
        .off(RoomEvent.Connected, applyToAll)
        .off(RoomEvent.Reconnected, applyToAll);
  }, [room, quality, isAudioOnly]);
}
