import type { Chosen } from "@/lib/client/preferences";

export type SendQuality = Chosen<"sendQuality">;

interface Size {
  width: number;
  height: number;
  /** Of the largest layer, in bits a second. */
  bitrate: number;
}

/** The heights that a camera may be sent with, the largest first. */
const sizes: Record<Exclude<SendQuality, "auto">, Size> = {
  720: { width: 1280, height: 720, bitrate: 1_700_000 },
  360: { width: 640, height: 360, bitrate: 450_000 },
  180: { width: 320, height: 180, bitrate: 160_000 },
};

const order: readonly SendQuality[] = ["auto", "720", "360", "180"];

/** The smaller of what the person wants and what the machine can do. */
export function smallerOf(one: SendQuality, other: SendQuality): SendQuality {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

/** What a machine that cannot keep up sends next; undefined where there is nothing smaller. */
export function stepDown(now: SendQuality): SendQuality | undefined {
  if (now === "180") return undefined;
  return now === "360" ? "180" : "360";
}

/** How large the camera is sent at most. */
export function sizeOf(quality: SendQuality): Size {
  return sizes[quality === "auto" ? "720" : quality];
}

/** A layer's bits a second, when the largest layer is to have `most`, and had `before`. */
export function layerBitrate(own: number, before: number, most: number): number {
  return before <= most ? own : Math.max(40_000, Math.round((own * most) / before));
}
