import { expect, test } from "vitest";
import { readTime } from "./read-time";

const now = new Date("2026-11-24T10:00:30Z");
const read = (date: string, time: string, zone = "Europe/Berlin") =>
  readTime({ date, time }, zone, now);

test("a time to come is taken, in UTC", () => {
  expect(read("2026-11-24", "11:01")).toEqual({ at: "2026-11-24T10:01:00.000Z" });
  expect(read("2026-11-24", "05:01", "America/New_York")).toEqual({
    at: "2026-11-24T10:01:00.000Z",
  });
});

test("this minute is still to come, the one before is over, wherever one is", () => {
  expect(read("2026-11-24", "11:00")).toEqual({ at: "2026-11-24T10:00:00.000Z" });
  expect(read("2026-11-24", "10:59")).toEqual({ fault: "past" });
  expect(read("2026-11-24", "22:59", "Pacific/Auckland")).toEqual({ fault: "past" });
});

test("what is not filled in, or does not exist that night, is named", () => {
  expect(read("", "10:00")).toEqual({ fault: "missing" });
  expect(read("2026-11-25", "")).toEqual({ fault: "missing" });
  expect(read("2027-03-28", "02:30")).toEqual({ fault: "skipped" });
});
