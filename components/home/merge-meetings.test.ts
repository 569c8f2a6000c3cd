import { expect, test } from "vitest";
import { MeetingInfo } from "@/lib/contract/meeting";
import { defaultSettings } from "@/lib/contract/settings";
import { mergeMeetings } from "./merge-meetings";

const now = Date.parse("2026-11-24T10:00:00Z");
const nothing = new Map<string, MeetingInfo | "gone">();

function info(id: string, about: Partial<Record<keyof MeetingInfo, unknown>> = {}): MeetingInfo {
  return MeetingInfo.parse({
    meeting_id: id,
    room_name: id,
    meeting_url: `https://meet.example/meeting/${id}`,
    title: null,
    created_at: "2026-11-20T10:00:00Z",
    scheduled_at: null,
    settings: defaultSettings,
    status: "idle",
    started_at: null,
    ended_at: null,
    num_participants: 0,
    ...about,
  });
}

const joined = (meetingId: string, joinedAt = "2026-11-23T10:00:00Z") => ({
  meetingId,
  title: "As it was called",
  joinedAt,
});

const ids = (meetings: { meetingId: string }[]) => meetings.map((meeting) => meeting.meetingId);

test("a meeting made and joined here stands in the list once, as one's own", () => {
  const merged = mergeMeetings([info("aaa-aaaa-aaa")], [joined("aaa-aaaa-aaa")], nothing, now);
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({ isOwn: true, title: null, joinedAt: "2026-11-23T10:00:00Z" });
});

test("people inside come first, then what is to come, the next one first, then the last used", () => {
  const merged = mergeMeetings(
    [
      info("aaa-aaaa-aaa", { created_at: "2026-11-24T09:00:00Z" }),
      info("bbb-bbbb-bbb", { scheduled_at: "2026-11-25T10:00:00Z", status: "scheduled" }),
      info("ccc-cccc-ccc", { scheduled_at: "2026-11-24T12:00:00Z", status: "scheduled" }),
      info("ddd-dddd-ddd", { num_participants: 3, status: "active" }),
      info("eee-eeee-eee", { scheduled_at: "2026-11-21T10:00:00Z" }),
    ],
    [joined("fff-ffff-fff", "2026-11-24T09:30:00Z")],
    nothing,
    now,
  );
  expect(ids(merged)).toEqual([
    "ddd-dddd-ddd",
    "ccc-cccc-ccc",
    "bbb-bbbb-bbb",
    "fff-ffff-fff",
    "aaa-aaaa-aaa",
    "eee-eeee-eee",
  ]);
});

test("a joined meeting shows what was found out about it, and none of it before", () => {
  const before = mergeMeetings([], [joined("aaa-aaaa-aaa")], nothing, now);
  expect(before[0]).toMatchObject({
    title: "As it was called",
    url: "/meeting/aaa-aaaa-aaa",
    peopleInside: undefined,
    isOwn: false,
  });
  const asked = new Map([["aaa-aaaa-aaa", info("aaa-aaaa-aaa", { num_participants: 2 })]]);
  const after = mergeMeetings([], [joined("aaa-aaaa-aaa")], asked, now);
  expect(after[0]).toMatchObject({ title: null, peopleInside: 2, isOwn: false });
});

test("somebody else's meeting counts as used when it was joined here, not when it was made", () => {
  const asked = new Map([
    ["bbb-bbbb-bbb", info("bbb-bbbb-bbb", { created_at: "2026-11-24T09:59:00Z" })],
  ]);
  const merged = mergeMeetings(
    [info("aaa-aaaa-aaa", { created_at: "2026-11-24T09:00:00Z" })],
    [joined("bbb-bbbb-bbb", "2026-11-24T08:00:00Z")],
    asked,
    now,
  );
  expect(ids(merged)).toEqual(["aaa-aaaa-aaa", "bbb-bbbb-bbb"]);
});

test("a meeting that is gone is not shown", () => {
  const gone = new Map([["aaa-aaaa-aaa", "gone"] as const]);
  expect(mergeMeetings([info("aaa-aaaa-aaa")], [joined("aaa-aaaa-aaa")], gone, now)).toEqual([]);
});

test("while LiveKit is away nobody is said to be inside", () => {
  const merged = mergeMeetings(
    [info("aaa-aaaa-aaa", { num_participants: null })],
    [],
    nothing,
    now,
  );
  expect(merged[0]?.peopleInside).toBeUndefined();
});

test("a meeting keeps its place for the late ones, and its time for good", () => {
  const at = (scheduled_at: string) =>
    mergeMeetings([info("aaa-aaaa-aaa", { scheduled_at })], [], nothing, now)[0];
  expect(at("2026-11-24T09:40:00Z")?.startsAt).toBe("2026-11-24T09:40:00Z");
  expect(at("2026-11-24T09:20:00Z")).toMatchObject({
    startsAt: undefined,
    scheduledAt: "2026-11-24T09:20:00Z",
  });
});
