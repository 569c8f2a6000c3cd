"use client";
import { useRoomContext } from "@livekit/components-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useHostAct } from "@/components/call/use-host-act";
import { updateParticipant } from "@/lib/client/api";

/** How long after the server's yes everybody's truth may take to arrive. */
const truthWithinMs = 3_000;

export interface OwnHand {
  /** As the person wants it, until the server has said no. */
  isRaised: boolean;
  /** Since when, by the server's clock; undefined until it has said so. */
  raisedAt: string | undefined;
  set: (isRaised: boolean) => void;
  toggle: () => void;
  /** Whether the hand that went down just now was taken down by the person. */
  wasLoweredHere: () => boolean;
}

/**
 * This person's hand. It goes up at once, and comes down again with a sentence where the server cannot be
 * told. Of several presses the last one counts.
 */
export function useOwnHand(raisedAt: string | undefined): OwnHand {
  const room = useRoomContext();
  const { run } = useHostAct();
  const [wish, setWish] = useState<boolean>();
  const wanted = useRef<boolean>(undefined);
  const loweredHere = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTruth = raisedAt !== undefined;
  const truth = useRef(isTruth);
  /** What is being told to the server was everybody's truth meanwhile; it may be another by its answer. */
  const hasCome = useRef(false);
  const isRaised = wish ?? isTruth;

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    truth.current = isTruth;
    if (isTruth === wanted.current) hasCome.current = true;
    // Whatever was wished for has come, or a host decided otherwise since.
    if (wanted.current === undefined) setWish(undefined);
  }, [isTruth]);

  const set = useCallback(
    (next: boolean) => {
      const isRunning = wanted.current !== undefined;
      clearTimeout(timer.current);
      wanted.current = next;
      loweredHere.current = !next;
      setWish(next);
      if (!isRunning) void tell();

      async function tell(): Promise<void> {
        const sent = wanted.current;
        if (sent === undefined) return;
        hasCome.current = truth.current === sent;
        const isDone = await run("own-hand", ({ meetingId, as }) =>
          updateParticipant(meetingId, room.localParticipant.identity, { hand_raised: sent }, as),
        );
        if (isDone && wanted.current !== sent) return await tell();
        wanted.current = undefined;
        if (isDone && !hasCome.current)
          timer.current = setTimeout(() => setWish(undefined), truthWithinMs);
        else setWish(undefined);
      }
    },
    [run, room],
  );
  return useMemo(
    () => ({
      isRaised,
      raisedAt,
      set,
      toggle: () => set(!isRaised),
      wasLoweredHere: () => loweredHere.current,
    }),
    [isRaised, raisedAt, set],
  );
}
