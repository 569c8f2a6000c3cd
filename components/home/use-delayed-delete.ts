import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "@/lib/contract/paths";

/** How long a deletion can be taken back. */
export const undoForMs = 6_000;

interface DelayedDelete {
  onGone: (meetingId: string) => void;
  onFailed: (meetingId: string) => void;
}

/**
 * Deletes meetings with time to change one's mind: the request is sent when that is over, or as the
 * page goes away. `onGone` is told once the meeting is deleted, `onFailed` that it is not; why stands in `errorOf`.
 */
export function useDelayedDelete({ onGone, onFailed }: DelayedDelete) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<ReadonlyMap<string, unknown>>(new Map());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const tell = useRef({ onGone, onFailed });
  useEffect(() => {
    tell.current = { onGone, onFailed };
  });

  const settle = useCallback((meetingId: string) => {
    clearTimeout(timers.current.get(meetingId));
    timers.current.delete(meetingId);
    setPending((before) => new Set([...before].filter((id) => id !== meetingId)));
  }, []);

  const send = useCallback(
    async (meetingId: string) => {
      timers.current.delete(meetingId);
      try {
        const { deleteMeeting } = await import("@/lib/client/api");
        await deleteMeeting(meetingId);
        tell.current.onGone(meetingId);
      } catch (error) {
        tell.current.onFailed(meetingId);
        setErrors((before) => new Map(before).set(meetingId, error));
      } finally {
        settle(meetingId);
      }
    },
    [settle],
  );

  useEffect(() => {
    const waiting = timers.current;
    const sendAll = () => {
      for (const [meetingId, timer] of waiting) {
        clearTimeout(timer);
        // The page goes away: nobody is here to read the answer.
        void fetch(paths.api.meeting(meetingId), { method: "DELETE", keepalive: true }).catch(
          () => undefined,
        );
        tell.current.onGone(meetingId);
      }
      waiting.clear();
    };
    window.addEventListener("pagehide", sendAll);
    return () => {
      window.removeEventListener("pagehide", sendAll);
      sendAll();
    };
  }, []);

  const start = useCallback(
    (meetingId: string) => {
      setErrors((before) => new Map([...before].filter(([id]) => id !== meetingId)));
      setPending((before) => new Set(before).add(meetingId));
      timers.current.set(
        meetingId,
        setTimeout(() => void send(meetingId), undoForMs),
      );
    },
    [send],
  );

  return {
    start,
    undo: settle,
    isPending: (meetingId: string) => pending.has(meetingId),
    errorOf: (meetingId: string) => errors.get(meetingId),
  };
}
