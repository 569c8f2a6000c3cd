import { expect, test } from "vitest";
import { clockTime } from "./clock-time";

test("a span of time reads like a clock", () => {
  expect([-5, 0, 42_900, 605_000, 3_723_000].map(clockTime)).toEqual([
    "0:00",
    "0:00",
    "0:42",
    "10:05",
    "1:02:03",
  ]);
});
