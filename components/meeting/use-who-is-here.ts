import { useEffect, useState } from "react";
import { ApiProblem } from "@/lib/client/api-error";
import { seatOf } from "@/lib/client/seats";
import { whenIdle } from "./when-idle";
import { type WhoIsHere, whoIsHere } from "./who-is-here";

const askEveryMs = 5_000;

/** Names, or how many where those are for the people inside alone. */
export type SeenFromOutside = WhoIsHere | { kind: "count"; count: number };

/**
 * Who is inside, asked every few seconds while the page is seen; undefined until somebody knows. Where a
 * meeting keeps the list to those inside (`isOpen` is false), it is asked for with a seat alone.
 */
export function useWhoIsHere(meetingId: string, isOpen: boolean): SeenFromOutside | undefined {
  const [here, setHere] = useState<SeenFromOutside>();
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    let timer: ReturnType<typeof setTimeout>;
    let isRefused = false;
    async function look(): Promise<SeenFromOutside | undefined> {
      const { listParticipants, readMeetingInfo } = await import("@/lib/client/api");
      const seat = seatOf(meetingId);
      if (!isRefused && (isOpen || (seat && !seat.isWaiting))) {
        const seatToken = isOpen ? undefined : seat?.token;
        const { participants } = await listParticipants(meetingId, { signal, seatToken });
        return whoIsHere(participants, seat?.identity);
      }
      const { num_participants: count } = await readMeetingInfo(meetingId, { signal });
      return count === null ? undefined : { kind: "count", count };
    }
    async function ask() {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        try {
          const seen = await look();
          if (!signal.aborted) setHere(seen);
        } catch (error) {
          // Nice to know, no more: what keeps a person out is said when they join.
          if (error instanceof ApiProblem && isRefusal(error)) isRefused = true;
        }
      }
      if (!signal.aborted) timer = setTimeout(() => void ask(), askEveryMs);
    }
    const forget = whenIdle(() => void ask());
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible") void ask();
      },
      { signal },
    );
    return () => {
      over.abort();
      clearTimeout(timer);
      forget();
    };
  }, [meetingId, isOpen]);
  return here;
}

/** The list is not for this person, or not any more. */
function isRefusal({ problem: { status } }: ApiProblem): boolean {
  return status === 401 || status === 403;
}
