"use client";
import { useRoomContext } from "@livekit/components-react";
import { type Participant, ParticipantEvent } from "livekit-client";
import type { Role } from "@/lib/contract/participant";
import { useCall } from "./call-provider";
import { factsOf } from "./facts-of";
import { useLastKnown } from "./use-last-known";
import { useOfPerson } from "./use-of-person";

const writing = [ParticipantEvent.AttributesChanged] as const;

/** The facts our server wrote on somebody; of one who is not connected yet, none. */
export function useFactsOf(participant: Participant) {
  return useOfPerson(participant, writing, factsOf);
}

/** What somebody is in the meeting, as the server says it. */
export function roleOf(participant: Participant): Role {
  return factsOf(participant).role;
}

const roleHeard = (person: Participant) =>
  person.attributes.role === undefined ? undefined : factsOf(person).role;

/** What this person is in the meeting, now. Only for what is shown: the server decides what they may. */
export function useOwnRole(): { role: Role; isModerator: boolean } {
  const { joined } = useCall().entry;
  const { localParticipant } = useRoomContext();
  const role = useLastKnown(useOfPerson(localParticipant, writing, roleHeard)) ?? joined.role;
  return { role, isModerator: role !== "participant" };
}
