import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeStorage } from "./fakes/fake-storage";
import {
  forgetMeeting,
  listRecentMeetings,
  rememberMeeting,
  restoreMeeting,
} from "./recent-meetings";

const items = new FakeStorage();
beforeEach(() => {
  items.clear();
  vi.useFakeTimers({ now: new Date("2026-11-24T10:00:00Z") });
  vi.stubGlobal("localStorage", items);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ids = () => listRecentMeetings().map((meeting) => meeting.meetingId);

test("the meeting joined last comes first, and each stands there once", () => {
  rememberMeeting({ meetingId: "aaa-aaaa-aaa", title: "First" });
  vi.advanceTimersByTime(1000);
  rememberMeeting({ meetingId: "bbb-bbbb-bbb", title: null });
  vi.advanceTimersByTime(1000);
  rememberMeeting({ meetingId: "aaa-aaaa-aaa", title: "First, renamed" });
  expect(listRecentMeetings()).toEqual([
    { meetingId: "aaa-aaaa-aaa", title: "First, renamed", joinedAt: "2026-11-24T10:00:02.000Z" },
    { meetingId: "bbb-bbbb-bbb", title: null, joinedAt: "2026-11-24T10:00:01.000Z" },
  ]);
});

test("a meeting that was taken off comes back to its old place", () => {
  rememberMeeting({ meetingId: "aaa-aaaa-aaa", title: null });
  vi.advanceTimersByTime(1000);
  rememberMeeting({ meetingId: "bbb-bbbb-bbb", title: null });
  const [, oldest] = listRecentMeetings();
  if (!oldest) throw new Error("two were remembered");
  forgetMeeting(oldest.meetingId);
  expect(ids()).toEqual(["bbb-bbbb-bbb"]);
  restoreMeeting(oldest);
  expect(ids()).toEqual(["bbb-bbbb-bbb", "aaa-aaaa-aaa"]);
});

test("what makes no sense in storage is left out, and the rest is shown", () => {
  items.setItem(
    "meetings.recent",
    JSON.stringify([
      { meetingId: "javascript:alert(1)", title: "x", joinedAt: "2026-11-24T10:00:00Z" },
      { meetingId: "aaa-aaaa-aaa", title: 7, joinedAt: "2026-11-24T10:00:00Z" },
      { meetingId: "bbb-bbbb-bbb", title: "x", joinedAt: "yesterday" },
      null,
      "text",
    ]),
  );
  expect(listRecentMeetings()).toEqual([
    { meetingId: "aaa-aaaa-aaa", title: null, joinedAt: "2026-11-24T10:00:00Z" },
  ]);
  items.setItem("meetings.recent", "{");
  expect(listRecentMeetings()).toEqual([]);
});

test("the list keeps the last fifty", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const letter of `${letters}${letters}`.slice(0, 52)) {
    vi.advanceTimersByTime(1000);
    const first = ids().includes(`${letter.repeat(3)}-aaaa-aaa`) ? "z" : "a";
    rememberMeeting({ meetingId: `${letter.repeat(3)}-aaaa-${first}aa`, title: null });
  }
  expect(ids()).toHaveLength(50);
  expect(ids()).not.toContain("aaa-aaaa-aaa");
});
