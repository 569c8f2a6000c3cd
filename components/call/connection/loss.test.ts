import { DisconnectReason } from "livekit-client";
import { expect, test } from "vitest";
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import { answerOf, firstDelayAfter, isOverFor } from "./loss";

const no = (code: string, status: number, retryAfter?: number) =>
  new ApiProblem(
    { type: "about:blank", title: code, status, detail: "Because.", code, request_id: "req-1" },
    retryAfter,
  );

test("only the same seat in a newer tab ends a call without asking our server", () => {
  expect(isOverFor(DisconnectReason.DUPLICATE_IDENTITY)).toEqual({ reason: "joined-elsewhere" });
  for (const reason of [
    undefined,
    DisconnectReason.PARTICIPANT_REMOVED,
    DisconnectReason.ROOM_DELETED,
    DisconnectReason.SERVER_SHUTDOWN,
    DisconnectReason.STATE_MISMATCH,
    DisconnectReason.CLIENT_INITIATED,
  ]) {
    expect(isOverFor(reason)).toBeUndefined();
  }
});

test("what the server did on purpose is asked about at once", () => {
  expect(firstDelayAfter(DisconnectReason.PARTICIPANT_REMOVED)).toBe(0);
  expect(firstDelayAfter(DisconnectReason.ROOM_DELETED, () => 0.5)).toBe(125);
  expect(firstDelayAfter(DisconnectReason.SERVER_SHUTDOWN)).toBeUndefined();
  expect(firstDelayAfter(undefined)).toBeUndefined();
});

test("a meeting that is gone, a removal and a full meeting each have their end", () => {
  expect(answerOf(no("meeting-deleted", 410))).toEqual({
    kind: "ends",
    end: { reason: "meeting-deleted" },
  });
  expect(answerOf(no("removed", 403))).toEqual({
    kind: "ends",
    end: { reason: "removed", detail: "Because." },
  });
  expect(answerOf(no("meeting-full", 409))).toEqual({ kind: "ends", end: { reason: "full" } });
});

test("any other no ends the call with the server's own sentence", () => {
  expect(answerOf(no("meeting-locked", 403))).toEqual({
    kind: "ends",
    end: { reason: "refused", detail: "Because.", requestId: "req-1" },
  });
  expect(answerOf(no("a-code-of-a-newer-server", 403))).toMatchObject({ kind: "ends" });
});

test("trouble on the way or on the server's side is no reason to give up", () => {
  expect(answerOf(new Unreachable("offline", "req-2"))).toEqual({ kind: "again", afterMs: 0 });
  expect(answerOf(new TypeError("strange"))).toEqual({ kind: "again", afterMs: 0 });
  expect(answerOf(no("rate-limited", 429, 60))).toEqual({ kind: "again", afterMs: 60_000 });
  expect(answerOf(no("a-code-of-a-newer-server", 502))).toMatchObject({ kind: "again" });
});

test("while LiveKit is away it is asked for again within the second, whatever the server guesses", () => {
  expect(answerOf(no("media-unavailable", 503, 5))).toEqual({ kind: "again", afterMs: 1000 });
  expect(answerOf(no("store-unavailable", 503))).toEqual({ kind: "again", afterMs: 0 });
});
