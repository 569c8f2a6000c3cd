// Where the tiles go: pure geometry.

export interface Size {
  width: number;
  height: number;
}

export interface Rect extends Size {
  x: number;
  y: number;
}

export const gap = 8;

interface Shape {
  ratio: number;
  weight: number;
}

/**
 * Wide first: another shape has to make the tiles clearly larger to be taken, for it cuts more off the
 * picture.
 */
const inWideWindow: readonly Shape[] = [
  { ratio: 16 / 9, weight: 1.35 },
  { ratio: 4 / 3, weight: 1.2 },
  { ratio: 1, weight: 0.88 },
];

/** In a tall window upright tiles show faces larger: of a wide picture they cut off what is beside them. */
const inTallWindow: readonly Shape[] = [
  { ratio: 16 / 9, weight: 1.05 },
  { ratio: 4 / 3, weight: 1.1 },
  { ratio: 1, weight: 1.2 },
  { ratio: 3 / 4, weight: 1.25 },
];

/** The grid of equal tiles that makes them largest, centred, the last row too. */
export function arrangeGrid(count: number, area: Size): Rect[] {
  if (count <= 0) return [];
  const shapes = area.width < area.height ? inTallWindow : inWideWindow;
  let best = { score: -1, columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cellWidth = Math.max(0, (area.width - gap * (columns - 1)) / columns);
    const cellHeight = Math.max(0, (area.height - gap * (rows - 1)) / rows);
    for (const { ratio, weight } of shapes) {
      const width = Math.min(cellWidth, cellHeight * ratio);
      const score = width * (width / ratio) * weight;
      if (score > best.score) {
        best = { score, columns, width: Math.floor(width), height: Math.floor(width / ratio) };
      }
    }
  }
  const { columns, width, height } = best;
  const rows = Math.ceil(count / columns);
  const top = Math.floor((area.height - rows * height - (rows - 1) * gap) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = (area.width - inRow * width - (inRow - 1) * gap) / 2;
    return {
      x: Math.max(0, Math.floor(left + (index - row * columns) * (width + gap))),
      y: Math.max(0, top + row * (height + gap)),
      width,
      height,
    };
  });
}

/** What the way to the other pages needs, over or under what it turns. */
export const pagerHeight = 48;

/** Tiles smaller than this show a name and no face. */
const leastTile = 20_000;
const pageSizes = [25, 20, 16, 12, 9, 8, 6, 4, 3, 2];

/** How many equal tiles are shown at once: as many as can still be told apart, and no more than one can watch. */
export function gridCapacity(area: Size): number {
  const most = area.width * area.height > 1_300_000 ? 25 : 16;
  const isTall = area.height > area.width;
  const fits = (count: number) => {
    const [tile] = arrangeGrid(count, area);
    return tile !== undefined && tile.width * tile.height >= leastTile;
  };
  // In a tall window two columns stand side by side: an odd one out would leave a hole on every page.
  const sizes = pageSizes.filter((count) => count <= most && (!isTall || count % 2 === 0));
  return sizes.find(fits) ?? 1;
}

/** How many tiles of a strip are shown beside a spotlight, of how many there are. */
export function stripCapacity(area: Size, others: number): number {
  const whole = fitting(area, 0);
  return others > whole ? fitting(area, pagerHeight) : whole;
}

function fitting(area: Size, reserved: number): number {
  const { isBeside, size } = stripOf(area);
  const along = isBeside ? area.height - reserved : area.width;
  const each = isBeside ? (size * 9) / 16 : (size * 4) / 3;
  return Math.max(1, Math.floor((along + gap) / (each + gap)));
}

function stripOf(area: Size): { isBeside: boolean; size: number } {
  const isBeside = area.width > area.height;
  return {
    isBeside,
    // Wide enough for the way to the other pages.
    size: isBeside
      ? Math.floor(Math.min(240, Math.max(area.width * 0.22, Math.min(152, area.width * 0.3))))
      : Math.floor(Math.min(120, area.height * 0.2)),
  };
}

/**
 * One large place and a strip of small ones: beside it in a wide window, under it in a tall one. With
 * nobody for the strip the large one has it all. `total` is how many there are on all pages of the strip.
 */
export function arrangeSpotlight(
  others: number,
  area: Size,
  total = others,
): { main: Rect; strip: Rect[] } {
  if (others <= 0) return { main: { x: 0, y: 0, ...area }, strip: [] };
  const { isBeside, size } = stripOf(area);
  const count = Math.min(others, stripCapacity(area, total));
  if (isBeside) {
    const height = Math.min(Math.floor((size * 9) / 16), area.height);
    const reserved = count < total ? pagerHeight : 0;
    const free = area.height - reserved - count * height - (count - 1) * gap;
    const top = reserved + Math.max(0, Math.floor(free / 2));
    return {
      main: { x: 0, y: 0, width: Math.max(0, area.width - size - gap), height: area.height },
      strip: Array.from({ length: count }, (_, index) => ({
        x: area.width - size,
        y: top + index * (height + gap),
        width: size,
        height,
      })),
    };
  }
  const width = Math.min(Math.floor((size * 4) / 3), area.width);
  const left = Math.max(0, Math.floor((area.width - count * width - (count - 1) * gap) / 2));
  return {
    main: { x: 0, y: 0, width: area.width, height: Math.max(0, area.height - size - gap) },
    strip: Array.from({ length: count }, (_, index) => ({
      x: left + index * (width + gap),
      y: area.height - size,
      width,
      height: size,
    })),
  };
}

export type Corner = "bottom-right" | "bottom-left" | "top-right" | "top-left";

/**
 * One large place beside a gallery of equal tiles: to its right in a wide window, under it in a tall one.
 */
export function arrangeBeside(area: Size): { main: Rect; gallery: Rect } {
  if (area.width > area.height) {
    const width = Math.floor(area.width * 0.6);
    return {
      main: { x: 0, y: 0, width, height: area.height },
      gallery: {
        x: width + gap,
        y: 0,
        width: Math.max(0, area.width - width - gap),
        height: area.height,
      },
    };
  }
  const height = Math.floor(Math.min(area.height * 0.45, (area.width * 3) / 4));
  return {
    main: { x: 0, y: 0, width: area.width, height },
    gallery: {
      x: 0,
      y: height + gap,
      width: area.width,
      height: Math.max(0, area.height - height - gap),
    },
  };
}

/** The person's own small picture, in a corner of the stage. */
export function arrangeSelf(area: Size, corner: Corner): Rect {
  const width = Math.floor(Math.min(240, Math.max(104, area.width * 0.18)));
  const height =
    area.width < area.height ? Math.floor((width * 4) / 3) : Math.floor((width * 9) / 16);
  const margin = gap;
  return {
    x: corner.endsWith("right") ? Math.max(0, area.width - width - margin) : margin,
    y: corner.startsWith("bottom") ? Math.max(0, area.height - height - margin) : margin,
    width,
    height,
  };
}

/** The corner that a point is nearest to. */
export function nearestCorner(point: { x: number; y: number }, area: Size): Corner {
  const side = point.x < area.width / 2 ? "left" : "right";
  return point.y < area.height / 2 ? `top-${side}` : `bottom-${side}`;
}
