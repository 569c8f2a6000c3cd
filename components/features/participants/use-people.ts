"use client";
import { useParticipants } from "@livekit/components-react";
import { RoomEvent } from "livekit-client";

/** What makes the list another one; what happens to one person is their row's matter. */
const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ConnectionStateChanged,
];

/** Everybody in the meeting, oneself too. */
export function usePeople() {
  return useParticipants({ updateOnlyOn: changes });
}
