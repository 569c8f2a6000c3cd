import { useEffect, useState } from "react";
import { type Seat, seatOf } from "@/lib/client/seats";

/**
 * Who this browser is in the meeting already; undefined for somebody new, and until storage was read.
 * `moment` is what it is read again for.
 */
export function useOwnSeat(
  meetingId: string,
  isSomeoneElse: boolean,
  moment: string,
): Seat | undefined {
  const [seat, setSeat] = useState<Seat>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the seat is taken between two moments.
  useEffect(() => {
    setSeat(isSomeoneElse ? undefined : seatOf(meetingId));
  }, [meetingId, isSomeoneElse, moment]);
  return seat;
}
