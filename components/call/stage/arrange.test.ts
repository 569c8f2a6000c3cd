import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrangeGrid,
  arrangeSelf,
  arrangeSpotlight,
  gap,
  nearestCorner,
  type Rect,
  type Size,
} from "./arrange";

const area = fc.record({
  width: fc.integer({ min: 240, max: 4000 }),
  height: fc.integer({ min: 240, max: 3000 }),
});

const isInside = (rect: Rect, { width, height }: Size) =>
  rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width && rect.y + rect.height <= height;

const areApart = (a: Rect, b: Rect) =>
  a.x + a.width + gap <= b.x ||
  b.x + b.width + gap <= a.x ||
  a.y + a.height + gap <= b.y ||
  b.y + b.height + gap <= a.y;

test("no tile leaves the window or touches another, however many people and whatever the window", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), area, (count, size) => {
      const rects = arrangeGrid(count, size);
      expect(rects).toHaveLength(count);
      for (const [index, rect] of rects.entries()) {
        expect(isInside(rect, size)).toBe(true);
        expect(rect.width).toBeGreaterThan(0);
        for (const other of rects.slice(index + 1)) expect(areApart(rect, other)).toBe(true);
      }
    }),
  );
});

test("every tile is as large as every other, and neither a slit nor a tower", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), area, (count, size) => {
      const [first, ...others] = arrangeGrid(count, size);
      for (const { width, height } of others) {
        expect({ width, height }).toEqual({ width: first?.width, height: first?.height });
      }
      const ratio = (first?.width ?? 0) / (first?.height ?? 1);
      // 3:4 as an integer number of pixels.
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.95);
    }),
  );
});

test("two people in a wide window sit side by side, in a tall one above each other", () => {
  const [left, right] = arrangeGrid(2, { width: 1280, height: 700 });
  expect(left?.y).toBe(right?.y);
  const [upper, lower] = arrangeGrid(2, { width: 390, height: 700 });
  expect(upper?.x).toBe(lower?.x);
});

test("four people in a usual window make two rows of two, wide", () => {
  const rects = arrangeGrid(4, { width: 1264, height: 712 });
  expect(new Set(rects.map((rect) => rect.y)).size).toBe(2);
  expect((rects[0]?.width ?? 0) / (rects[0]?.height ?? 1)).toBeCloseTo(16 / 9, 1);
});

test("a shared screen and the people beside it never overlap", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), area, fc.boolean(), (others, size, hasPages) => {
      const { main, strip } = arrangeSpotlight(others, size, hasPages ? others + 20 : others);
      const rects = [main, ...strip];
      for (const [index, rect] of rects.entries()) {
        expect(isInside(rect, size)).toBe(true);
        for (const other of rects.slice(index + 1)) expect(areApart(rect, other)).toBe(true);
      }
      expect(main.width * main.height).toBeGreaterThan(size.width * size.height * 0.6);
      if (others > 0) expect(strip.length).toBeGreaterThan(0);
    }),
  );
});

test("the own small picture stays inside, in the corner it was put into", () => {
  fc.assert(
    fc.property(
      area,
      fc.constantFrom("bottom-right", "bottom-left", "top-right", "top-left"),
      (size, corner) => {
        const rect = arrangeSelf(size, corner);
        expect(isInside(rect, size)).toBe(true);
        const centre = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        expect(nearestCorner(centre, size)).toBe(corner);
      },
    ),
  );
});
