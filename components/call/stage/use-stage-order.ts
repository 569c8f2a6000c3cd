"use client";
import { type Participant, type Room, RoomEvent } from "livekit-client";
import { useEffect, useEffectEvent, useState } from "react";
import {
  type Speaking,
  withAnotherLarge,
  withSpeakersInSight,
  withThosePresent,
} from "./stage-order";

type Order = readonly string[];

/** In which order those who are present stand, and what changes it; `large` is the one who is large. */
export function useStageOrder(
  present: Order,
  large: string | undefined,
): [order: Order, setOrder: (order: Order) => void] {
  const [order, setOrder] = useState(present);
  const [before, setBefore] = useState(large);
  let next = withThosePresent(order, present);
  if (before !== large) {
    next = withAnotherLarge(next, before, large);
    setBefore(large);
  }
  if (next !== order) setOrder(next);
  return [next, setOrder];
}

interface InSight {
  room: Room;
  order: Order;
  setOrder: (order: Order) => void;
  large: string | undefined;
  seats: number;
  /** Somebody looks at another page, which stays as it is. */
  isFrozen: boolean;
}

const speakingOf = ({ identity, isSpeaking, lastSpokeAt }: Participant): Speaking => ({
  identity,
  isSpeaking,
  lastSpokeAt: lastSpokeAt?.getTime() ?? 0,
});

/** Keeps those who speak in sight. Draws nothing anew unless somebody changes places. */
export function useSpeakersInSight({
  room,
  order,
  setOrder,
  large,
  seats,
  isFrozen,
}: InSight): void {
  const spoke = useEffectEvent(() => {
    if (isFrozen) return;
    const people = [...room.remoteParticipants.values()];
    const speaking = new Map(people.map((one) => [one.identity, speakingOf(one)]));
    const moved = withSpeakersInSight(order, speaking, { seats, large });
    if (moved !== order) setOrder(moved);
  });
  useEffect(() => {
    const listen = () => spoke();
    room.on(RoomEvent.ActiveSpeakersChanged, listen);
    return () => void room.off(RoomEvent.ActiveSpeakersChanged, listen);
  }, [room]);
}
