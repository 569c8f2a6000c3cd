import { expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import { joinSessions, joinStays, secondsOf, sittingAt } from "./sessions";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 10) + seconds * 1000).toISOString();
const meetingId = MeetingId.parse("abc-defg-hij");
const session = (id: string, from: number, to: number | null) => ({
  id,
  meetingId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});
const stay = (from: number, to: number | null) => ({
  sessionId: "RM_1",
  participantSid: `PA_${from}`,
  identity: "p_ada",
  name: "Ada",
  role: null,
  joinedAt: at(from),
  leftAt: to === null ? null : at(to),
});

it("makes one of the sessions that LiveKit's restart or a rotation tore apart", () => {
  const sessions = [
    session("c", 700, 800),
    session("a", 0, 100),
    session("b", 160, 600),
    session("d", 861, null),
  ];
  expect(joinSessions(sessions)).toEqual([
    { from: at(0), to: at(600), sessionIds: ["a", "b"] },
    { from: at(700), to: at(800), sessionIds: ["c"] },
    { from: at(861), to: null, sessionIds: ["d"] },
  ]);
  expect(joinSessions([session("a", 0, 500), session("b", 100, 200)])).toEqual([
    { from: at(0), to: at(500), sessionIds: ["a", "b"] },
  ]);
  expect(joinSessions([session("a", 0, null), session("b", 9, 20)])).toMatchObject([{ to: null }]);
  expect(joinSessions([])).toEqual([]);
});

it("takes a meeting for going on a minute after its last session, unless a host ended it", () => {
  const now = (seconds: number) => new Date(at(seconds));
  const notEnded = { endedAt: null };
  const torn = [session("a", 0, 100), session("b", 130, null)];
  expect(sittingAt(now(900), torn, notEnded)).toMatchObject({ from: at(0), to: null });
  const over = [session("a", 0, 100), session("b", 130, 200)];
  expect(sittingAt(now(260), over, notEnded)).toMatchObject({ from: at(0), to: at(200) });
  expect(sittingAt(now(261), over, notEnded)).toBeUndefined();
  expect(sittingAt(now(201), over, { endedAt: at(200) })).toBeUndefined();
  // What began after the end is another meeting.
  expect(sittingAt(now(201), over, { endedAt: at(110) })).toMatchObject({ from: at(130) });
  expect(sittingAt(now(0), [], notEnded)).toBeUndefined();
});

it("counts somebody's two tabs once", () => {
  const stays = joinStays([stay(50, 80), stay(0, 60), stay(10, 20), stay(100, null)]);
  expect(stays).toEqual([
    { from: at(0), to: at(80) },
    { from: at(100), to: null },
  ]);
  expect(secondsOf(stays, at(130))).toBe(110);
  expect(joinStays([stay(0, null), stay(5, 10)])).toEqual([{ from: at(0), to: null }]);
});
