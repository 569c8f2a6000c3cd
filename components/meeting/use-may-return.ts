import { useEffect, useState } from "react";

/**
 * Whether somebody who was put out is host in this browser all the same: who made the meeting cannot be locked
 * out of it. Only the server knows, so it is asked; until it answers, and where it does not, nobody is.
 */
export function useMayReturn(meetingId: string, isAsked: boolean): boolean {
  const [mayReturn, setMayReturn] = useState(false);
  useEffect(() => {
    setMayReturn(false);
    if (!isAsked) return;
    const stop = new AbortController();
    import("@/lib/client/api")
      // Without the seat, which was removed: the browser's own right.
      .then(({ readHostedMeeting }) => readHostedMeeting(meetingId, { signal: stop.signal }))
      .then(
        () => setMayReturn(!stop.signal.aborted),
        () => undefined,
      );
    return () => stop.abort();
  }, [meetingId, isAsked]);
  return mayReturn;
}
