import type { Clock } from "@/lib/server/ports/clock";

export interface TestClock extends Clock {
  advance(by: { seconds: number }): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start = "2026-11-23T10:00:00.000Z"): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: ({ seconds }) => {
      now += seconds * 1000;
    },
  };
}
