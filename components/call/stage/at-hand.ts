/** Marks what a tile stands for, so that a key pressed over it means it. */
const tileKeyAttribute = "data-tile-key";

/** The tile under the pointer, or else the one that holds the keyboard's focus. */
export function tileAtHand(): { key: string; element: Element } | undefined {
  const holder = (element: Element | null | undefined) => element?.closest(`[${tileKeyAttribute}]`);
  const element =
    holder(document.querySelector(`[${tileKeyAttribute}]:focus-within`)) ??
    holder(document.querySelector(`[${tileKeyAttribute}]:hover`));
  const key = element?.getAttribute(tileKeyAttribute);
  return element && key ? { key, element } : undefined;
}
