import { expect, test } from "vitest";
import { layerBitrate, sizeOf, smallerOf, stepDown } from "./send-size";

test("the smaller of wish and machine is sent", () => {
  expect(smallerOf("auto", "auto")).toBe("auto");
  expect(smallerOf("auto", "360")).toBe("360");
  expect(smallerOf("180", "360")).toBe("180");
  expect(smallerOf("720", "auto")).toBe("720");
});

test("a machine that cannot keep up goes down step by step, and no further than there is", () => {
  expect(stepDown("auto")).toBe("360");
  expect(stepDown("720")).toBe("360");
  expect(stepDown("360")).toBe("180");
  expect(stepDown("180")).toBeUndefined();
});

test("left to itself a camera is sent with 720 lines", () => {
  expect(sizeOf("auto").height).toBe(720);
});

test("layers shrink together, and never to nothing", () => {
  expect(layerBitrate(450_000, 1_700_000, 1_700_000)).toBe(450_000);
  expect(layerBitrate(1_700_000, 1_700_000, 450_000)).toBe(450_000);
  expect(layerBitrate(160_000, 1_700_000, 160_000)).toBe(40_000);
});
