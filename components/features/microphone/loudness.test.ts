import { expect, test } from "vitest";
import { loudnessOf, talkingDetector } from "./loudness";

test("silence is nothing, a full wave is loud", () => {
  expect(loudnessOf(new Float32Array(0))).toBe(0);
  expect(loudnessOf(new Float32Array(100))).toBe(0);
  expect(loudnessOf(new Float32Array(100).fill(0.5))).toBeCloseTo(0.5);
});

test("a cough is not talking, a sentence is", () => {
  const cough = talkingDetector();
  expect([0, 0.4, 0.3, 0, 0, 0].map(cough)).not.toContain(true);
  const sentence = talkingDetector();
  expect([0.2, 0.3, 0, 0.2, 0.3, 0.2].map(sentence).at(-1)).toBe(true);
});
