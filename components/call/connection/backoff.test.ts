import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { delayBefore, wakeableDelay } from "./backoff";

test("the first try comes within half a second, and no pause is longer than five", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, luck) => {
      const delay = delayBefore(attempt, () => luck);
      expect(delay).toBeGreaterThanOrEqual(250);
      expect(delay).toBeLessThanOrEqual(attempt === 0 ? 500 : 5_000);
    }),
  );
});

test("pauses grow", () => {
  const delays = [0, 1, 2, 3, 4, 5, 6].map((attempt) => delayBefore(attempt, () => 0.5));
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
});

test("a pause can be cut short by news or by leaving", async () => {
  vi.useFakeTimers();
  const stop = new AbortController();
  const woken = wakeableDelay(60_000, stop.signal);
  woken.wake();
  await woken.done;
  const left = wakeableDelay(60_000, stop.signal);
  stop.abort();
  await left.done;
  const late = wakeableDelay(60_000, stop.signal);
  await vi.advanceTimersByTimeAsync(0);
  await late.done;
  vi.useRealTimers();
});
