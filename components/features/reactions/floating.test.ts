import { expect, test } from "vitest";
import { Floating, floatsForMs } from "./floating";
import { reactions } from "./message";

const ada = { identity: "1", name: "Ada", isLocal: false };
const lena = { identity: "2", name: "Lena", isLocal: false };

test("the same reaction again at once is the same float, counted; later it is another", () => {
  const floating = new Floating();
  floating.add(ada, "applause", 0);
  floating.add(ada, "applause", 300);
  floating.add(lena, "applause", 300);
  expect(floating.all.map(({ name, count }) => [name, count])).toEqual([
    ["Ada", 2],
    ["Lena", 1],
  ]);
  floating.add(ada, "applause", 1_500);
  expect(floating.all).toHaveLength(3);
});

test("of a flood a few are shown, and another person's is not lost in it", () => {
  const floating = new Floating();
  let shown = 0;
  for (let turn = 0; turn < 500; turn += 1) {
    const reaction = reactions[turn % reactions.length] ?? "love";
    if (floating.add(ada, reaction, turn * 2)) shown += 1;
  }
  expect(shown).toBeLessThan(15);
  expect(floating.all.length).toBeLessThanOrEqual(4);
  expect(floating.add(lena, "laugh", 1_000)).toBe(true);
  expect(floating.add(ada, "laugh", 10_000)).toBe(true);
});

test("many people at once are never more than fit the screen", () => {
  const floating = new Floating();
  for (let turn = 0; turn < 300; turn += 1) {
    floating.add({ identity: `p${turn}`, name: `P${turn}`, isLocal: false }, "love", 0);
  }
  expect(floating.all).toHaveLength(40);
});

test("what has floated is gone, and it is known when to look again", () => {
  const floating = new Floating();
  floating.add(ada, "love", 0);
  floating.add(lena, "love", 1_000);
  expect(floating.tidy(2_000)).toBe(floatsForMs - 2_000);
  expect(floating.tidy(floatsForMs)).toBe(1_000);
  expect(floating.all.map(({ name }) => name)).toEqual(["Lena"]);
  expect(floating.tidy(floatsForMs + 1_000)).toBeUndefined();
});
