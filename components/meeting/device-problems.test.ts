import { expect, test } from "vitest";
import { deviceProblems } from "./device-problems";

const denied = { is: "failed", reason: "denied" } as const;
const missing = { is: "failed", reason: "missing" } as const;

test("both refused is one problem, not two", () => {
  expect(deviceProblems({ microphone: denied, camera: denied })).toEqual([
    { kind: "both", reason: "denied" },
  ]);
});

test("different problems are told apart, and what works is not told", () => {
  expect(deviceProblems({ microphone: denied, camera: missing })).toEqual([
    { kind: "microphone", reason: "denied" },
    { kind: "camera", reason: "missing" },
  ]);
  expect(deviceProblems({ microphone: { is: "off" }, camera: missing })).toEqual([
    { kind: "camera", reason: "missing" },
  ]);
});
