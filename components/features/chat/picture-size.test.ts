import { describe, expect, it } from "vitest";
import { fitInto, pictureSizeOf } from "./picture-size";

/** The beginning of a PNG that says it is so large. */
function png(width: number, height: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(24));
  head.setUint32(16, width);
  head.setUint32(20, height);
  return new Uint8Array(head.buffer);
}

describe("a picture", () => {
  it("is as large as its header says, where it has one", () => {
    expect(pictureSizeOf(png(1_600, 25_000), "image/png")).toEqual({
      width: 1_600,
      height: 25_000,
    });
    expect(pictureSizeOf(png(0, 10), "image/png")).toBeUndefined();
    expect(pictureSizeOf(new Uint8Array(8), "image/png")).toBeUndefined();
  });

  it.each([
    [1_600, 25_000, 51, 800],
    [25_000, 1_600, 800, 51],
    [40_000_000, 1, 800, 1],
    [800, 600, 800, 600],
    [3, 2, 3, 2],
  ])("of %i × %i is drawn %i × %i, whichever of its sides is the long one", (...sizes) => {
    const [width, height, fitWidth, fitHeight] = sizes;
    expect(fitInto(800, { width, height })).toEqual({ width: fitWidth, height: fitHeight });
  });
});
