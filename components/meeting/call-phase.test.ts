import { expect, test } from "vitest";
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import { type CallEvent, type CallPhase, reduceCallPhase } from "./call-phase";

const other = { tab: "t1", identity: "p_ada", microphone: true, camera: false };
const media = { microphone: { on: true }, camera: { on: false } };
// The reducer hands it on and looks at nothing in it.
const joined: JoinedMeeting = Object.create(null);

const follow = (...events: CallEvent[]) =>
  events.reduce<CallPhase>(reduceCallPhase, { at: "arriving" });

const start: CallEvent = { type: "join-started", seat: "own", isStraight: false };

test("opening, joining, leaving, and coming back to the pre-join page", () => {
  expect(follow({ type: "arrived" })).toEqual({ at: "pre-join", seat: "own" });
  expect(follow({ type: "arrived" }, start)).toMatchObject({ at: "joining" });
  expect(follow({ type: "arrived" }, start, { type: "joined", joined, media })).toMatchObject({
    at: "in-call",
    media,
  });
  const left: CallEvent = { type: "call-ended", end: { reason: "left" } };
  const upToTheEnd = [{ type: "arrived" }, start, { type: "joined", joined, media }, left] as const;
  expect(follow(...upToTheEnd)).toEqual({ at: "ended", end: { reason: "left" } });
  expect(follow(...upToTheEnd, { type: "came-back" })).toEqual({ at: "pre-join", seat: "own" });
});

test("joining works before the tab knows of the others, and is not taken back by them", () => {
  const phase = follow(start, { type: "arrived" }, { type: "second-tab-found", other });
  expect(phase).toMatchObject({ at: "joining" });
});

test("a call in another tab is asked about, and no longer when it ends there", () => {
  expect(follow({ type: "second-tab-found", other })).toEqual({ at: "second-tab", other });
  const gone = follow({ type: "second-tab-found", other }, { type: "second-tab-gone" });
  expect(gone).toEqual({ at: "pre-join", seat: "own" });
});

test("somebody else in this tab is not asked again, also when joining fails", () => {
  const phase = follow(
    { type: "second-tab-found", other },
    { type: "someone-else-chosen" },
    { type: "second-tab-found", other },
    { type: "join-started", seat: "someone-else", isStraight: false },
    { type: "join-failed", failure: { leadsTo: "form", notice: { reason: "locked" } } },
  );
  expect(phase).toEqual({ at: "pre-join", seat: "someone-else", notice: { reason: "locked" } });
});

test("a failed join leads to the form, to the name, or to its page", () => {
  const failed = (failure: Extract<CallEvent, { type: "join-failed" }>["failure"]) =>
    follow(start, { type: "join-failed", failure });
  expect(failed({ leadsTo: "name", detail: "Too long." })).toEqual({
    at: "pre-join",
    seat: "own",
    nameError: "Too long.",
  });
  expect(failed({ leadsTo: "end", end: { reason: "full" } })).toEqual({
    at: "ended",
    end: { reason: "full" },
  });
});

test("the call goes on in another tab: this one ends with its page", () => {
  const phase = follow(start, { type: "joined", joined, media }, { type: "taken-over" });
  expect(phase).toEqual({ at: "ended", end: { reason: "joined-elsewhere" } });
});

const waiting: WaitingToJoin = {
  status: "waiting-for-host",
  seat_token: "seat_a",
  retry_after_ms: 2000,
  participant_identity: "p_ada",
  participant_name: "Ada",
  waiting_since: "2026-11-24T12:00:00Z",
};
const toldToWait: CallEvent = { type: "told-to-wait", waiting, since: 7 };

test("told to wait, for the host and then to be admitted, and let in", () => {
  expect(follow(start, toldToWait)).toEqual({ at: "waiting", seat: "own", waiting, since: 7 });
  const later = { ...waiting, status: "waiting-for-admission" } as const;
  const next: CallEvent = { type: "told-to-wait", waiting: later, since: 9 };
  expect(follow(start, toldToWait, next)).toMatchObject({ waiting: later, since: 7 });
  expect(follow(start, toldToWait, { type: "joined", joined, media })).toMatchObject({
    at: "in-call",
    hasWaited: true,
  });
});

test("leaving the queue leads back to the form, a refusal to its page", () => {
  expect(follow(start, toldToWait, { type: "wait-left" })).toEqual({ at: "pre-join", seat: "own" });
  const end = { reason: "denied", askAgainIn: 60 } as const;
  const denied: CallEvent = { type: "join-failed", failure: { leadsTo: "end", end } };
  expect(follow(start, toldToWait, denied)).toEqual({ at: "ended", end });
  expect(follow(start, toldToWait, { type: "second-tab-found", other })).toMatchObject({
    at: "second-tab",
  });
});

test("a call without a host goes back to waiting for one", () => {
  const phase = follow(start, { type: "joined", joined, media }, toldToWait);
  expect(phase).toEqual({ at: "waiting", seat: "own", waiting, since: 7 });
});

test("a wrong passcode is said at its field", () => {
  expect(follow(start, { type: "passcode-refused", detail: "No." })).toEqual({
    at: "pre-join",
    seat: "own",
    passcodeError: "No.",
  });
});

test("an answer that comes after the person went elsewhere changes nothing", () => {
  const ended: CallPhase = { at: "ended", end: { reason: "left" } };
  expect(reduceCallPhase(ended, { type: "joined", joined, media })).toBe(ended);
  expect(reduceCallPhase(ended, { type: "call-ended", end: { reason: "removed" } })).toBe(ended);
});
