"use client";
import type { Participant, Room } from "livekit-client";
import { RoomEvent } from "livekit-client";
import { useEffect, useState } from "react";

/** Nobody becomes large for shorter than this: a word in between is no speech. */
const leastMs = 1_500;

const latest = (people: Iterable<Participant>) => {
  let found: Participant | undefined;
  for (const person of people) {
    const at = person.lastSpokeAt?.getTime() ?? 0;
    if (!found || at > (found.lastSpokeAt?.getTime() ?? 0)) found = person;
  }
  return found?.identity;
};

/**
 * The identity of the one who speaks, or spoke last, oneself left out. Stays as long as that one goes on
 * speaking, whoever else speaks. Undefined while nobody asks.
 */
export function useSpeaker(room: Room, isWanted: boolean): string | undefined {
  const [speaker, setSpeaker] = useState<string>();
  useEffect(() => {
    if (!isWanted) return;
    let now = latest(room.remoteParticipants.values());
    let since = 0;
    let timer: ReturnType<typeof setTimeout>;
    setSpeaker(now);
    const look = () => {
      clearTimeout(timer);
      const others = room.activeSpeakers.filter(({ isLocal }) => !isLocal);
      const loudest = others[0];
      if (!loudest || others.some(({ identity }) => identity === now)) return;
      const left = since + leastMs - performance.now();
      if (left > 0) {
        timer = setTimeout(look, left);
        return;
      }
      now = loudest.identity;
      since = performance.now();
      setSpeaker(now);
    };
    look();
    room.on(RoomEvent.ActiveSpeakersChanged, look);
    return () => {
      clearTimeout(timer);
      room.off(RoomEvent.ActiveSpeakersChanged, look);
    };
  }, [room, isWanted]);
  return isWanted ? speaker : undefined;
}
