"use client";
import {
  type ConnectionQuality,
  type Participant,
  ParticipantEvent,
  type ParticipantEventCallbacks,
} from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

type Change = keyof ParticipantEventCallbacks;

/**
 * Something about somebody, as it is now. LiveKit's own hooks go by the identity, and stay with what the person was
 * on the connection before; and they draw everything twice, once without having looked.
 *
 * `changes` is one list, made once; `read` gives the same thing for as long as nothing has changed.
 */
export function useOfPerson<Value>(
  participant: Participant,
  changes: readonly Change[],
  read: (participant: Participant) => Value,
): Value {
  const subscribe = useCallback(
    (listener: () => void) => {
      for (const change of changes) participant.on(change, listener);
      return () => {
        for (const change of changes) participant.off(change, listener);
      };
    },
    [participant, changes],
  );
  const now = () => read(participant);
  return useSyncExternalStore(subscribe, now, now);
}

const naming = [ParticipantEvent.ParticipantNameChanged] as const;
const speaking = [ParticipantEvent.IsSpeakingChanged] as const;
const connecting = [ParticipantEvent.ConnectionQualityChanged] as const;

/** What somebody is called. */
export function useNameOf(participant: Participant): string {
  return useOfPerson(participant, naming, ({ name, identity }) => name || identity);
}

export function useIsSpeaking(participant: Participant): boolean {
  return useOfPerson(participant, speaking, ({ isSpeaking }) => isSpeaking);
}

export function useConnectionQuality(participant: Participant): ConnectionQuality {
  return useOfPerson(participant, connecting, ({ connectionQuality }) => connectionQuality);
}
