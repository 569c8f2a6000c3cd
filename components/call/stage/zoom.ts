// How a picture is enlarged and moved inside its frame: pure geometry, in parts of the frame's size.

export interface Zoom {
  /** 1 is the whole picture. */
  scale: number;
  /** Where the frame's middle lies from the picture's middle, in parts of the frame, before scaling. */
  x: number;
  y: number;
}

export const whole: Zoom = { scale: 1, x: 0, y: 0 };
export const mostScale = 8;
/** How much one press enlarges. */
export const step = 1.5;

/** Never past the edges: of what is enlarged, the frame is always full. */
function inside({ scale, x, y }: Zoom): Zoom {
  if (scale <= 1) return whole;
  const reach = (1 - 1 / scale) / 2;
  const within = (value: number) => Math.max(-reach, Math.min(reach, value));
  return { scale, x: within(x), y: within(y) };
}

/**
 * Enlarges so that what is under a point stays under it. The point is in parts of the frame from its
 * middle: -0.5 to 0.5.
 */
export function zoomedAt(zoom: Zoom, factor: number, point: { x: number; y: number }): Zoom {
  const scale = Math.max(1, Math.min(mostScale, zoom.scale * factor));
  const shift = 1 / zoom.scale - 1 / scale;
  return inside({ scale, x: zoom.x + point.x * shift, y: zoom.y + point.y * shift });
}

/** Moves the picture with the hand: by parts of the frame. */
export function pannedBy(zoom: Zoom, x: number, y: number): Zoom {
  return inside({ ...zoom, x: zoom.x - x / zoom.scale, y: zoom.y - y / zoom.scale });
}

/** Screens are sent whole and at half their size: this often twice is more than any frame asks for. */
const mostDoublings = 2;

/**
 * How many times as large as its frame a picture is laid out, to be drawn back into it. LiveKit has as much of a
 * picture sent as the layout of its element asks for, and counts neither transforms nor, up to two to a pixel
 * of CSS, the screen's own pixels (livekit-client 2.23). In doublings: not every turn of a wheel asks anew.
 */
export function layoutTimes(scale: number, pixelRatio: number): number {
  const uncounted = pixelRatio > 2 ? pixelRatio / 2 : Math.max(1, pixelRatio);
  return 2 ** Math.min(mostDoublings, Math.ceil(Math.log2(scale * uncounted)));
}

/** As CSS has it. */
export function transformOf({ scale, x, y }: Zoom): string {
  return `scale(${scale}) translate(${-x * 100}%, ${-y * 100}%)`;
}
