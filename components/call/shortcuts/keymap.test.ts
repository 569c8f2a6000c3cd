import { expect, test } from "vitest";
import { keymapOf, named, takenBy, withKey } from "./keymap";

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

test("what has no key of its own may be given one, and back", () => {
  const rare = [
    { id: "invite", shortcuts: [{ key: "", label: "qr", group: "people" as const }] },
    { id: "layout", shortcuts: [{ key: "", label: "mirror", group: "stage" as const }] },
    ...features,
  ];
  // One that is turned off gives nothing to those without a key.
  const before = keymapOf(rare, { "statistics.title": "" });
  expect(before.map(({ key }) => key)).toEqual(["", "", "m", ""]);
  const mirror = named("layout.mirror", before);
  const microphone = named("m", before);
  if (!mirror || !microphone) throw new Error("Neither is known.");
  expect(takenBy("", mirror.id, before)).toBeUndefined();
  const changed = withKey({}, mirror, "g");
  expect(named("layout.mirror", keymapOf(rare, changed))?.key).toBe("g");
  expect(takenBy("g", microphone.id, keymapOf(rare, changed))?.id).toBe("layout.mirror");
  expect(withKey(changed, mirror, "")).toEqual({});
});
