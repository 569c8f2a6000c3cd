import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rect } from "./arrange";
import { type Cast, planStage, type Shape } from "./plan";

const keys = (count: number, kind = "p") =>
  Array.from({ length: count }, (_, index) => `${kind}${index}`);
const desktop = { width: 1264, height: 712 };
const phone = { width: 374, height: 756 };
const corner = "bottom-right";

const area = fc.record({
  width: fc.integer({ min: 300, max: 2600 }),
  height: fc.integer({ min: 240, max: 1500 }),
});
const shape = fc.constantFrom<Shape[]>("grid", "strip", "beside");
const cast = fc
  .record({
    people: fc.integer({ min: 0, max: 49 }),
    screens: fc.integer({ min: 0, max: 3 }),
    hasSelf: fc.boolean(),
    pick: fc.nat(),
  })
  .map(({ people, screens, hasSelf, pick }): Cast => {
    const all = { people: keys(people), screens: keys(screens, "s") };
    const self = hasSelf ? "me" : undefined;
    const pool = [...all.screens, ...all.people, ...(self === undefined ? [] : [self])];
    return { ...all, self, main: pool[pick % Math.max(1, pool.length)] };
  });

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("nobody stands on another or out of the window, whatever the view, and nothing is under the pager", () => {
  fc.assert(
    fc.property(cast, area, shape, fc.nat({ max: 5 }), (everybody, size, how, page) => {
      const { placed, pager } = planStage(everybody, { shape: how, area: size, corner, page });
      const standing = placed.filter(({ isFloating }) => !isFloating).map(({ rect }) => rect);
      for (const [index, rect] of standing.entries()) {
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.y).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(size.width);
        expect(rect.y + rect.height).toBeLessThanOrEqual(size.height);
        for (const other of standing.slice(index + 1)) expect(overlap(rect, other)).toBe(false);
        if (pager) expect(overlap(rect, pager)).toBe(false);
      }
    }),
  );
});

test("on all pages together everybody is seen, and each of the people once", () => {
  fc.assert(
    fc.property(cast, area, shape, (everybody, size, how) => {
      const seen: string[] = [];
      const { pages } = planStage(everybody, { shape: how, area: size, corner, page: 0 });
      for (let page = 0; page < pages; page += 1) {
        const plan = planStage(everybody, { shape: how, area: size, corner, page });
        expect(plan.page).toBe(page);
        seen.push(...plan.placed.map(({ key }) => key));
      }
      const isOnEveryPage = (key: string) => !key.startsWith("p") || key === everybody.main;
      const people = seen.filter((key) => !isOnEveryPage(key));
      expect([...people].sort()).toEqual(
        everybody.people.filter((key) => !isOnEveryPage(key)).sort(),
      );
      for (const key of [...everybody.screens, ...(everybody.self ? [everybody.self] : [])]) {
        expect(seen).toContain(key);
      }
    }),
  );
});

test("sixteen people fill one page of a usual window, forty-six three; a phone shows two columns", () => {
  const grid = (people: number, size = desktop) =>
    planStage(
      { people: keys(people), screens: [], self: "me", main: undefined },
      { shape: "grid", area: size, corner, page: 0 },
    );
  expect(grid(15).pages).toBe(1);
  expect(grid(45).pages).toBe(3);
  const onPhone = grid(16, phone).placed.filter(({ isFloating }) => !isFloating);
  expect(new Set(onPhone.map(({ rect }) => rect.x)).size).toBe(2);
});

test("on the last page tiles are as large as on the first", () => {
  const at = (page: number) =>
    planStage(
      { people: keys(33), screens: [], self: undefined, main: undefined },
      { shape: "grid", area: desktop, corner, page },
    ).placed;
  expect(at(2)).toHaveLength(1);
  expect(at(2)[0]?.rect).toEqual(at(0)[0]?.rect);
});

test("as many seats are counted as people are in sight at first, also where screens take some of them", () => {
  const onPhone = planStage(
    { people: keys(9), screens: keys(2, "s"), self: "me", main: "s0" },
    { shape: "strip", area: phone, corner, page: 0 },
  );
  expect(onPhone.placed.map(({ key }) => key)).toEqual(["s0", "s1", "p0"]);
  expect(onPhone.seats).toBe(1);
  fc.assert(
    fc.property(cast, area, shape, (everybody, size, how) => {
      const { placed, seats } = planStage(everybody, { shape: how, area: size, corner, page: 0 });
      const large = placed.find(({ isMain }) => isMain)?.key;
      const small = everybody.people.filter((key) => key !== large);
      const inSight = placed.filter(({ key }) => small.includes(key)).length;
      expect(Math.min(seats, small.length)).toBe(inSight);
    }),
  );
});

test("the large one is much larger than the small ones, in both views that have one", () => {
  for (const how of ["strip", "beside"] as const) {
    const { placed } = planStage(
      { people: keys(9), screens: [], self: "me", main: "p3" },
      { shape: how, area: desktop, corner, page: 0 },
    );
    const [main, next] = placed;
    expect(main).toMatchObject({ key: "p3", isMain: true });
    const size = (rect?: Rect) => (rect ? rect.width * rect.height : 0);
    expect(size(main?.rect)).toBeGreaterThan(size(next?.rect) * 4);
  }
});
