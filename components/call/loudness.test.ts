import { expect, test } from "vitest";
import { loudnessOf } from "./loudness";

test("silence is nothing, a full wave is loud", () => {
  expect(loudnessOf(new Float32Array(0))).toBe(0);
  expect(loudnessOf(new Float32Array(100))).toBe(0);
  expect(loudnessOf(new Float32Array(100).fill(0.5))).toBeCloseTo(0.5);
});
