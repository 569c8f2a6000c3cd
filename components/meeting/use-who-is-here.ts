import { useEffect, useState } from "react";
import { seatOf } from "@/lib/client/seats";
import { whenIdle } from "./when-idle";
import { type WhoIsHere, whoIsHere } from "./who-is-here";

const askEveryMs = 5_000;

/** Who is inside, asked every few seconds while the page is seen; undefined until somebody knows. */
export function useWhoIsHere(meetingId: string): WhoIsHere | undefined {
  const [here, setHere] = useState<WhoIsHere>();
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        try {
          const { listParticipants } = await import("@/lib/client/api");
          const seat = seatOf(meetingId);
          const { participants } = await listParticipants(meetingId, { signal });
          if (!signal.aborted) setHere(whoIsHere(participants, seat?.identity));
        } catch {
          // Nice to know, no more: what keeps a person out is said when they join.
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
  }, [meetingId]);
  return here;
}
