import { expect, test } from "vitest";
import { talkingDetector } from "./talking";

test("a cough is not talking, a sentence is", () => {
  const cough = talkingDetector();
  expect([0, 0.4, 0.3, 0, 0, 0].map(cough)).not.toContain(true);
  const sentence = talkingDetector();
  expect([0.2, 0.3, 0, 0.2, 0.3, 0.2].map(sentence).at(-1)).toBe(true);
});
