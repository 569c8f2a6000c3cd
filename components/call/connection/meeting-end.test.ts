import { expect, test } from "vitest";
import { defaultSettings } from "@/lib/contract/settings";
import { endToldBy, hasEndedSince } from "./meeting-end";

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second)).toISOString();

const metadata = (ended_at: string | null, ended_by: string | null = null) =>
  JSON.stringify({
    meeting_id: "abc-defg-hij",
    title: null,
    settings: defaultSettings,
    revision: 2,
    ended_at,
    ended_by,
  });

test("a host ended it while I was inside, and I am told who", () => {
  expect(endToldBy(metadata(at(5), "Lena"), null)).toEqual({ reason: "ended-for-all", by: "Lena" });
  expect(endToldBy(metadata(at(5)), at(1))).toEqual({ reason: "ended-for-all", by: undefined });
});

test("the end of an earlier session is none of this one's", () => {
  expect(endToldBy(metadata(null), null)).toBeUndefined();
  expect(endToldBy(metadata(at(1)), at(1))).toBeUndefined();
  expect(hasEndedSince(at(5), at(1))).toBe(false);
});

test("metadata that is none of ours ends nothing", () => {
  for (const text of [undefined, "", "{", "{}", "7"]) {
    expect(endToldBy(text, null)).toBeUndefined();
  }
});
