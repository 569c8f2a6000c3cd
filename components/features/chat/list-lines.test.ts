import { describe, expect, it } from "vitest";
import { drawnFrom, linesOf } from "./list-lines";
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

const groups = (entries: Entry[], from = 0) =>
  linesOf(entries, from, "UTC", now).map(({ beginsGroup }) => beginsGroup);
const days = (entries: Entry[], from = 0) =>
  linesOf(entries, from, "UTC", now).map(({ beginsDay }) => beginsDay);

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
    expect(days(all, 1)).toEqual([true, false]);
    expect(groups(all, 2)).toEqual([false]);
  });
});

describe("where what is drawn begins", () => {
  const all = Array.from({ length: 100 }, (_, turn) => entry("a", now + turn));

  it("is so many before the end, and stays where it was while one reads further up", () => {
    expect(drawnFrom(all, 60)).toBe(40);
    const first = all[40]?.id;
    const later = [...all, ...Array.from({ length: 80 }, (_, turn) => entry("b", now + turn))];
    expect(drawnFrom(later, 60, first)).toBe(40);
    expect(drawnFrom(later, 60)).toBe(120);
  });

  it("is the end again where that one is gone, and the beginning of a short list", () => {
    expect(drawnFrom(all, 60, "gone")).toBe(40);
    expect(drawnFrom(all.slice(0, 9), 60)).toBe(0);
  });
});
