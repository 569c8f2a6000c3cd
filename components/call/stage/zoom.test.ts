import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutTimes, mostScale, pannedBy, whole, type Zoom, zoomedAt } from "./zoom";

const point = fc.record({
  x: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  y: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
});
/** What of the picture is seen at a point of the frame, in parts of the picture from its middle. */
const seenAt = ({ scale, x, y }: Zoom, at: { x: number; y: number }) => ({
  x: x + at.x / scale,
  y: y + at.y / scale,
});

test("what is under the pointer stays under it while it grows", () => {
  fc.assert(
    fc.property(point, fc.double({ min: 1, max: 4, noNaN: true }), (at, factor) => {
      const before = seenAt(whole, at);
      const after = seenAt(zoomedAt(whole, factor, at), at);
      expect(after.x).toBeCloseTo(before.x);
      expect(after.y).toBeCloseTo(before.y);
    }),
  );
});

test("whatever one does, nothing but the picture is seen", () => {
  const act = fc.oneof(
    fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), at: point }),
    fc.record({ by: point }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let zoom = whole;
      for (const one of acts) {
        zoom =
          "by" in one
            ? pannedBy(zoom, one.by.x * 3, one.by.y * 3)
            : zoomedAt(zoom, one.factor, one.at);
        expect(zoom.scale).toBeGreaterThanOrEqual(1);
        expect(zoom.scale).toBeLessThanOrEqual(mostScale);
        for (const side of [-0.5, 0.5]) {
          const { x, y } = seenAt(zoom, { x: side, y: side });
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(0.5 + 1e-9);
        }
      }
    }),
  );
});

test("made small again it is whole", () => {
  const large = zoomedAt(whole, 4, { x: 0.3, y: -0.2 });
  expect(zoomedAt(large, 1 / 100, { x: 0, y: 0 })).toEqual(whole);
  expect(pannedBy(whole, 0.4, 0.4)).toEqual(whole);
});

test("a picture is laid out as large as it is drawn, counting the screen's pixels that LiveKit does not", () => {
  const pixels = fc.constantFrom(0.9, 1, 1.25, 1.5, 2, 2.5, 3);
  fc.assert(
    fc.property(fc.double({ min: 1, max: mostScale, noNaN: true }), pixels, (scale, ratio) => {
      const counted = ratio > 2 ? 2 : 1;
      const asked = layoutTimes(scale, ratio) * counted;
      expect(asked).toBeGreaterThanOrEqual(Math.min(4, scale * Math.min(ratio, 4)) - 1e-9);
    }),
  );
  expect(layoutTimes(1, 1)).toBe(1);
  expect(layoutTimes(1.5, 1)).toBe(2);
  expect(layoutTimes(1, 2)).toBe(2);
  expect(layoutTimes(8, 3)).toBe(4);
});
