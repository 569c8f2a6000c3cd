import { expect, test } from "vitest";
import { bringSpeakersForward } from "./stage-order";

const people = (spoke: Record<string, number>) =>
  ["a", "b", "c", "d", "e"].map((identity) => ({ identity, lastSpokeAt: spoke[identity] ?? 0 }));
const names = (order: readonly { identity: string }[]) => order.map((one) => one.identity).join("");

test("while everybody fits, everybody keeps their place", () => {
  expect(names(bringSpeakersForward(people({ e: 9 }), 5))).toBe("abcde");
});

test("a speaker from a later page takes the place of who was silent longest", () => {
  expect(names(bringSpeakersForward(people({ a: 5, b: 2, c: 7, e: 9 }), 3))).toBe("aecdb");
});

test("whoever spoke longer ago than everybody in sight stays where they are", () => {
  expect(names(bringSpeakersForward(people({ a: 5, b: 6, c: 7, e: 1 }), 3))).toBe("abcde");
});
