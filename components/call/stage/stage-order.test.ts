import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Speaking,
  withAnotherLarge,
  withSpeakersInSight,
  withThosePresent,
} from "./stage-order";

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
const speakers = (spoke: Record<string, number>, now: readonly string[] = []) =>
  new Map<string, Speaking>(
    [...new Set([...Object.keys(spoke), ...now])].map((identity) => [
      identity,
      { identity, isSpeaking: now.includes(identity), lastSpokeAt: spoke[identity] ?? 0 },
    ]),
  );
const moved = (before: readonly string[], after: readonly string[]) =>
  before.filter((identity, place) => after[place] !== identity).length;

test("while everybody is in sight, speaking moves nobody", () => {
  const order = people(5);
  expect(withSpeakersInSight(order, speakers({ p4: 9 }, ["p4"]), { seats: 5 })).toBe(order);
});

test("a speaker out of sight takes the place of who was silent longest", () => {
  const spoke = { p0: 5, p1: 2, p2: 7 };
  expect(withSpeakersInSight(people(5), speakers(spoke, ["p4"]), { seats: 3 })).toEqual([
    "p0",
    "p4",
    "p2",
    "p3",
    "p1",
  ]);
});

test("who speaks is never sent out of sight", () => {
  const sight = { seats: 1 };
  expect(withSpeakersInSight(people(4), speakers({}, ["p0", "p3"]), sight)).toEqual(people(4));
  expect(withSpeakersInSight(people(4), speakers({}, ["p3"]), sight)[0]).toBe("p3");
});

test.each([17, 49])("of %i people no more than two change places for one new speaker", (count) => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 60 }),
      (turns) => {
        let order: readonly string[] = people(count);
        const spoke: Record<string, number> = {};
        for (const [at, turn] of turns.entries()) {
          const speaker = `p${turn}`;
          const next = withSpeakersInSight(order, speakers(spoke, [speaker]), { seats: 16 });
          spoke[speaker] = at + 1;
          const wasInSight = order.slice(0, 16).includes(speaker);
          expect(moved(order, next)).toBe(wasInSight ? 0 : 2);
          expect(next.slice(0, 16)).toContain(speaker);
          expect([...next].sort()).toEqual([...order].sort());
          order = next;
        }
      },
    ),
  );
});

test.each([17, 49])("of %i people one who leaves moves one other at most", (count) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: count - 1 }), (leaver) => {
      const order = people(count);
      const here = order.filter((identity) => identity !== `p${leaver}`);
      const next = withThosePresent(order, here);
      expect([...next].sort()).toEqual([...here].sort());
      const stayed = next.filter((identity, place) => order[place] === identity);
      expect(stayed.length).toBeGreaterThanOrEqual(count - 2);
    }),
  );
});

test("newcomers stand behind everybody else, also when others left at the same time", () => {
  expect(withThosePresent(["a", "b", "c", "d"], ["b", "d", "e", "f"])).toEqual([
    "d",
    "b",
    "e",
    "f",
  ]);
  const order = ["a", "b"];
  expect(withThosePresent(order, ["b", "a"])).toBe(order);
  expect(withThosePresent(order, [])).toEqual([]);
});

test("the large one takes no place among those in sight", () => {
  const sight = { seats: 2, large: "p0" };
  const order = people(5);
  expect(withSpeakersInSight(order, speakers({}, ["p2"]), sight)).toBe(order);
  expect(withSpeakersInSight(order, speakers({ p2: 4 }, ["p3"]), sight)).toEqual([
    "p0",
    "p3",
    "p2",
    "p1",
    "p4",
  ]);
});

test("another one large stands where the first one will", () => {
  const order = people(6);
  const next = withAnotherLarge(order, "p2", "p5");
  const small = (all: readonly string[], large: string) => all.filter((one) => one !== large);
  expect(moved(small(order, "p2"), small(next, "p5"))).toBe(1);
  expect(withAnotherLarge(order, undefined, "p5")).toBe(order);
  expect(withAnotherLarge(order, "p2", "nobody")).toBe(order);
});
