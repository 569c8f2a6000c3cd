import { useEffect, useEffectEvent, useState } from "react";
import type { WaitingToJoin } from "@/lib/contract/join";
import { keepAsking, type WaitingTrouble } from "./keep-asking";
import { type Arrival, takeSeat } from "./take-seat";

interface WaitingEvents {
  onWaiting: (waiting: WaitingToJoin) => void;
  onArrival: (arrival: Arrival) => void;
  onFailure: (failure: unknown) => void;
}

/** Asks to be let in for as long as somebody `waiting` is given. Says what stands in the way just now. */
export function useWaiting(
  meetingId: string,
  waiting: WaitingToJoin | undefined,
  events: WaitingEvents,
): WaitingTrouble | undefined {
  const [trouble, setTrouble] = useState<WaitingTrouble>();
  const tell = useEffectEvent((what: (events: WaitingEvents) => void) => what(events));
  const firstMs = useEffectEvent(() => waiting?.retry_after_ms ?? 0);
  const isWaiting = waiting !== undefined;
  useEffect(() => {
    if (!isWaiting) return;
    setTrouble(undefined);
    return keepAsking(firstMs(), {
      ask: () => takeSeat(meetingId, { choice: "own" }),
      onTrouble: setTrouble,
      onWaiting: (next) => tell((to) => to.onWaiting(next)),
      onArrival: (arrival) => tell((to) => to.onArrival(arrival)),
      onFailure: (failure) => tell((to) => to.onFailure(failure)),
    });
  }, [meetingId, isWaiting]);
  return trouble;
}
