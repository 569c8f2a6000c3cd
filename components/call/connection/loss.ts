// What a lost connection, and what the server answers to coming back, mean for the call.
import { DisconnectReason } from "livekit-client";
import type { CallEnd } from "@/components/call/entry";
import { ApiProblem } from "@/lib/client/api-error";
import { isProblemCode } from "@/lib/contract/problem";

/**
 * Whether a call that LiveKit ended is over for good. Only a newer tab with the same seat is: whatever
 * else LiveKit gives as its reason (removed, room deleted, server restarting, nothing at all), our
 * server is asked whether this person may come back, and its answer counts.
 */
export function isOverFor(reason: DisconnectReason | undefined): CallEnd | undefined {
  return reason === DisconnectReason.DUPLICATE_IDENTITY
    ? { reason: "joined-elsewhere" }
    : undefined;
}

/**
 * How long to wait before the first try to come back. What the server did on purpose it knows about by
 * now: whoever was removed is told at once, and a meeting that moves to another room is apart only for
 * as long as it takes not to knock all in one instant.
 */
export function firstDelayAfter(
  reason: DisconnectReason | undefined,
  random: () => number = Math.random,
): number | undefined {
  if (reason === DisconnectReason.PARTICIPANT_REMOVED) return 0;
  return reason === DisconnectReason.ROOM_DELETED ? Math.round(random() * 250) : undefined;
}

export type RejoinAnswer =
  | { kind: "ends"; end: CallEnd }
  /** Ask again, not before so many milliseconds where the server said when. */
  | { kind: "again"; afterMs: number };

/**
 * The server's guess at how long something behind it will be away is for those who have time. A call
 * that stands still asks again sooner, at the growing pace of its own tries.
 */
const soonMs = 1_000;

/** What a failed rejoin means. What is no answer of our server's never ends a call. */
export function answerOf(failure: unknown): RejoinAnswer {
  if (!(failure instanceof ApiProblem)) return { kind: "again", afterMs: 0 };
  const { problem, retryAfter } = failure;
  const again = { kind: "again", afterMs: (retryAfter ?? 0) * 1000 } satisfies RejoinAnswer;
  const refused: RejoinAnswer = {
    kind: "ends",
    end: { reason: "refused", detail: problem.detail, requestId: problem.request_id },
  };
  if (!isProblemCode(problem.code)) return problem.status >= 500 ? again : refused;
  switch (problem.code) {
    case "meeting-deleted":
    case "meeting-not-found":
      return { kind: "ends", end: { reason: "meeting-deleted" } };
    case "removed":
      return { kind: "ends", end: { reason: "removed", detail: problem.detail } };
    case "meeting-full":
      return { kind: "ends", end: { reason: "full" } };
    case "media-unavailable":
    case "store-unavailable":
      return { kind: "again", afterMs: Math.min(again.afterMs, soonMs) };
    case "rate-limited":
    case "internal-error":
    case "idempotency-in-progress":
      return again;
    default:
      return refused;
  }
}
