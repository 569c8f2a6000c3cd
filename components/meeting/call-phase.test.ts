import { expect, test } from "vitest";
import type { JoinedMeeting } from "@/lib/contract/join";
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

test("an answer that comes after the person went elsewhere changes nothing", () => {
  const ended: CallPhase = { at: "ended", end: { reason: "left" } };
  expect(reduceCallPhase(ended, { type: "joined", joined, media })).toBe(ended);
  expect(reduceCallPhase(ended, { type: "call-ended", end: { reason: "removed" } })).toBe(ended);
});
