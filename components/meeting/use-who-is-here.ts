import { useEffect, useState } from "react";
import { ApiProblem } from "@/lib/client/api-error";
import { seatOf } from "@/lib/client/seats";
import { whenIdle } from "./when-idle";
import { type WhoIsHere, whoIsHere } from "./who-is-here";

const askEveryMs = 5_000;

/**
 * Who is inside, asked every few seconds while the page is seen; undefined until somebody knows. Where a
 * meeting keeps the list to those inside (`isOpen` is false), only a seat is worth asking with.
 */
export function useWhoIsHere(meetingId: string, isOpen: boolean): WhoIsHere | undefined {
  const [here, setHere] = useState<WhoIsHere>();
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      clearTimeout(timer);
      const seat = seatOf(meetingId);
      if (!isOpen && (!seat || seat.isWaiting)) return;
      if (document.visibilityState === "visible") {
        try {
          const { listParticipants } = await import("@/lib/client/api");
          const seatToken = isOpen ? undefined : seat?.token;
          const { participants } = await listParticipants(meetingId, { signal, seatToken });
          if (!signal.aborted) setHere(whoIsHere(participants, seat?.identity));
        } catch (error) {
          // Nice to know, no more: what keeps a person out is said when they join.
          if (error instanceof ApiProblem && isRefusal(error)) {
            over.abort();
            setHere(undefined);
          }
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

/** The list is not for this person, or there is none any more: asking again changes nothing. */
function isRefusal({ problem: { status } }: ApiProblem): boolean {
  return status >= 400 && status < 500 && status !== 429;
}
