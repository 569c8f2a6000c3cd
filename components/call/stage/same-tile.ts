import type { Rect } from "./arrange";
import type { StageTile } from "./room-tiles";

export interface TileProps {
  tile: StageTile;
  rect: Rect;
  /** Its turn when the stage is read or gone through by keyboard, as the picture has it. */
  order: number;
  /** The connection to this person is being made again. */
  isDimmed: boolean;
  /** Nothing to press on it: in a window that is small. */
  isBare?: boolean;
  /** It has the screen to itself. */
  isFilling?: boolean;
}

/** Whether a tile would look the same: rectangles are made anew each time, with the same numbers mostly. */
export function isSameTile<Props extends TileProps>(before: Props, now: Props): boolean {
  const { rect: was, ...otherwise } = before;
  const { rect: is, ...others } = now;
  const isSamePlace =
    was.x === is.x && was.y === is.y && was.width === is.width && was.height === is.height;
  const rest = new Map<string, unknown>(Object.entries(others));
  const old = Object.entries(otherwise);
  return (
    isSamePlace &&
    old.length === rest.size &&
    old.every(([name, value]) => Object.is(rest.get(name), value))
  );
}
