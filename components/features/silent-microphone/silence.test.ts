import { expect, test } from "vitest";
import { peakOf, silenceDetector } from "./silence";

test("silence is said once, after as many looks as were asked for", () => {
  const isSilent = silenceDetector(3);
  expect([0, 0, 0, 0, 0].map(isSilent)).toEqual([false, false, true, false, false]);
});

test("a quiet room is no silence, and one sound begins the count anew", () => {
  const isSilent = silenceDetector(2);
  expect([0, 0.0004, 0, 0.5, 0].map(isSilent)).toEqual([false, false, false, false, false]);
  expect(isSilent(0)).toBe(true);
});

test("the loudest sample counts, on either side", () => {
  expect(peakOf(new Float32Array([0.1, -0.5, 0.2]))).toBe(0.5);
  expect(peakOf(new Float32Array())).toBe(0);
});
