/** Marks what a tile stands for, so that a key pressed over it means it. */
const tileKeyAttribute = "data-tile-key";

const keyOf = (element: Element | null | undefined) =>
  element?.closest(`[${tileKeyAttribute}]`)?.getAttribute(tileKeyAttribute) ?? undefined;

/** Whether a tile of this key is drawn. */
export function isOnStage(key: string): boolean {
  return document.querySelector(`[${tileKeyAttribute}="${CSS.escape(key)}"]`) !== null;
}

/** The key of the tile that holds the keyboard's focus, or else is under the pointer. */
export function tileAtHand(): string | undefined {
  return (
    keyOf(document.querySelector(`[${tileKeyAttribute}]:focus-within`)) ??
    keyOf(document.querySelector(`[${tileKeyAttribute}]:hover`))
  );
}

/** The key of the largest tile. */
export function largestTile(): string | undefined {
  const size = (element: Element) => element.clientWidth * element.clientHeight;
  const tiles = [...document.querySelectorAll(`[${tileKeyAttribute}]`)];
  return keyOf(tiles.sort((a, b) => size(b) - size(a))[0]);
}
