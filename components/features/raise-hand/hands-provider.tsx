"use client";
import type { Participant } from "livekit-client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useCall } from "@/components/call/call-provider";
import { useEveryonesFacts } from "@/components/call/use-everyone";
import { ParticipantAttributes } from "@/lib/contract/participant";
import { type Hand, inQueue } from "./hand-order";
import { type OwnHand, useOwnHand } from "./use-own-hand";

interface Hands {
  /** Everybody whose hand is up, in the order of raising. */
  queue: readonly Hand[];
  own: OwnHand;
}

const HandsContext = createContext<Hands | undefined>(undefined);

/** The hands that are up, as our server wrote them on their people. */
export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error("useHands needs a HandsProvider above it.");
  return hands;
}

function handOf(participant: Participant): Hand[] {
  const { hand_raised_at: raisedAt } = ParticipantAttributes.parse(participant.attributes);
  if (raisedAt === undefined) return [];
  const { identity, name, isLocal } = participant;
  return [{ identity, name: name || identity, isLocal, raisedAt }];
}

export function HandsProvider({ children }: { children: ReactNode }) {
  const { phase } = useCall();
  const people = useEveryonesFacts();
  const [queue, setQueue] = useState<readonly Hand[]>([]);
  const seen = inQueue(people.flatMap(handOf));
  // A Room that connects again knows nobody yet: no hand went down by that.
  if (phase === "in-call" && JSON.stringify(seen) !== JSON.stringify(queue)) setQueue(seen);
  const own = useOwnHand(queue.find(({ isLocal }) => isLocal)?.raisedAt);
  const hands = useMemo(() => ({ queue, own }), [queue, own]);
  return <HandsContext value={hands}>{children}</HandsContext>;
}
