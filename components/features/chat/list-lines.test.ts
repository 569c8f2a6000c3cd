import { describe, expect, it } from "vitest";
import { linesOf } from "./list-lines";
import type { Entry } from "./merge-messages";

const now = Date.parse("2026-11-23T12:00:00Z");
const minute = 60_000;

const entry = (who: string, at: number, more: Partial<Entry> = {}): Entry => ({
  id: `${who}.${at}`,
  author: { identity: who, name: who },
  to: null,
  replyTo: null,
  at,
  content: { kind: "text", text: "" },
  isEdited: false,
  ...more,
});

const groups = (entries: Entry[], most = 100) =>
  linesOf(entries, most, "UTC", now).map(({ beginsGroup }) => beginsGroup);
const days = (entries: Entry[], timeZone = "UTC", most = 100) =>
  linesOf(entries, most, timeZone, now).map(({ beginsDay }) => beginsDay);

describe("what stands between messages", () => {
  it("is a name where somebody else speaks, after a while, and where it turns private", () => {
    expect(
      groups([
        entry("a", now),
        entry("a", now + minute),
        entry("b", now + 2 * minute),
        entry("b", now + 20 * minute),
        entry("b", now + 21 * minute, { to: "a" }),
      ]),
    ).toEqual([true, false, true, true, true]);
  });

  it("is the day where it is another one than today or than before", () => {
    const yesterday = now - 24 * 60 * minute;
    expect(days([entry("a", yesterday), entry("a", yesterday + minute), entry("a", now)])).toEqual([
      true,
      false,
      true,
    ]);
    expect(days([entry("a", now)])).toEqual([false]);
  });

  it("is the same when only the last are drawn", () => {
    const all = [entry("a", now - 48 * 60 * minute), entry("a", now), entry("a", now + minute)];
    expect(days(all, "UTC", 2)).toEqual([true, false]);
    expect(groups(all, 1)).toEqual([false]);
  });
});
