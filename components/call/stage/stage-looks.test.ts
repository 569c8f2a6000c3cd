import { expect, test } from "vitest";
import { StageLooks } from "./stage-looks";

type Now = ReturnType<StageLooks["now"]>;

/** Counts how often somebody would be drawn anew: as React does, whenever what they ask for is something else. */
function watch(looks: StageLooks, pick: (now: Now) => unknown) {
  let shown = pick(looks.now());
  let drawn = 0;
  looks.subscribe(() => {
    const next = pick(looks.now());
    if (Object.is(next, shown)) return;
    shown = next;
    drawn += 1;
  });
  return () => drawn;
}

/** What the tile of a person asks for. */
const tileOf = (key: string) => (now: Now) => [now.pinned === key, now.menuOf === key].join();

test("of forty-nine tiles only those are drawn anew whose menu opens, or who are pinned", () => {
  const looks = new StageLooks();
  const tiles = Array.from({ length: 49 }, (_, index) => watch(looks, tileOf(`p${index}`)));
  const stage = watch(looks, ({ page }) => page);
  const drawn = () => [...tiles.map((tile) => tile()), stage()];
  const only = (counts: Record<number, number>) =>
    Array.from({ length: 50 }, (_, index) => counts[index] ?? 0);

  looks.openMenu("p3");
  looks.togglePin("p3");
  expect(drawn()).toEqual(only({ 3: 2 }));
  looks.togglePin("p7");
  expect(drawn()).toEqual(only({ 3: 3, 7: 1 }));
  looks.turnTo(1);
  looks.turnTo(-1);
  expect(drawn()).toEqual(only({ 3: 3, 7: 1, 49: 2 }));
});

test("a menu closes with its own tile, and with no other", () => {
  const looks = new StageLooks();
  looks.openMenu("p1");
  looks.closeMenu("p2");
  expect(looks.now().menuOf).toBe("p1");
  looks.closeMenu("p1");
  expect(looks.now().menuOf).toBeUndefined();
});

test("a pin lets the one before it go, and goes by the same word", () => {
  const looks = new StageLooks();
  looks.togglePin("p1");
  looks.togglePin("p2");
  expect(looks.now().pinned).toBe("p2");
  looks.togglePin("p2");
  expect(looks.now().pinned).toBeUndefined();
});
