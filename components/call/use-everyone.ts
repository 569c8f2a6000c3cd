"use client";
import { useParticipants, useRemoteParticipants } from "@livekit/components-react";
import { RoomEvent } from "livekit-client";

// LiveKit's hooks draw anew with every word that anybody says; what happens to one person is the matter of
// whatever shows that person.

/** What makes it another list. */
const whoIsHere = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ConnectionStateChanged,
];

/** The same, and what our server writes on people: roles, hands, whose turn it is. */
const whoAndWhat = [...whoIsHere, RoomEvent.ParticipantAttributesChanged];

/** Everybody in the meeting, oneself too; anew when somebody comes, goes, or is called something else. */
export function useEveryone() {
  return useParticipants({ updateOnlyOn: whoIsHere });
}

/** As `useEveryone`, and anew, too, when our server wrote something on somebody. */
export function useEveryonesFacts() {
  return useParticipants({ updateOnlyOn: whoAndWhat });
}

/** As `useEveryone`, without oneself. */
export function useOthers() {
  return useRemoteParticipants({ updateOnlyOn: whoIsHere });
}

/** As `useEveryonesFacts`, without oneself. */
export function useOthersFacts() {
  return useRemoteParticipants({ updateOnlyOn: whoAndWhat });
}
