import { expect, test } from "vitest";
import { keymapOf } from "./keymap";

const features = [
  { id: "microphone", shortcuts: [{ key: "m", label: "turn", group: "devices" as const }] },
  { id: "statistics", shortcuts: [{ key: "t", label: "title", group: "call" as const }] },
];

test("a key that somebody gave to one thing is no other's, also of one that came later", () => {
  const keys = (changed: Record<string, string>) =>
    keymapOf(features, changed).map(({ key }) => key);
  expect(keys({})).toEqual(["m", "t"]);
  expect(keys({ "microphone.turn": "t" })).toEqual(["t", ""]);
  expect(keys({ "microphone.turn": "t", "statistics.title": "m" })).toEqual(["t", "m"]);
});
