"use client";
import { useLocalParticipant, useParticipantAttributes } from "@livekit/components-react";
import type { Participant } from "livekit-client";
import { useMemo } from "react";
import { ParticipantAttributes, type Role } from "@/lib/contract/participant";
import { useCall } from "./call-provider";
import { useLastKnown } from "./use-last-known";

/** The facts our server wrote on somebody; of one who is not connected yet, none. */
export function useFactsOf(participant: Participant) {
  const { attributes } = useParticipantAttributes({ participant });
  return useMemo(() => ParticipantAttributes.parse(attributes ?? {}), [attributes]);
}

/** What somebody is in the meeting, as the server says it. */
export function roleOf(participant: Participant): Role {
  return ParticipantAttributes.parse(participant.attributes).role;
}

/** What this person is in the meeting, now. Only for what is shown: the server decides what they may. */
export function useOwnRole(): { role: Role; isModerator: boolean } {
  const { joined } = useCall().entry;
  const { localParticipant } = useLocalParticipant();
  const { attributes } = useParticipantAttributes({ participant: localParticipant });
  const heard =
    attributes?.role === undefined ? undefined : ParticipantAttributes.parse(attributes).role;
  const role = useLastKnown(heard) ?? joined.role;
  return { role, isModerator: role !== "participant" };
}
