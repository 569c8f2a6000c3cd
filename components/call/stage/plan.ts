// Who is seen where: from who is there, who is large and what size the stage has. Pure; tiles are keys.
import {
  arrangeBeside,
  arrangeGrid,
  arrangeSelf,
  arrangeSpotlight,
  type Corner,
  gridCapacity,
  pagerHeight,
  type Rect,
  type Size,
  stripCapacity,
} from "./arrange";

/** Everything that has a place on the stage. */
export interface Cast {
  screens: readonly string[];
  /** The others, in their order. */
  people: readonly string[];
  self: string | undefined;
  /** The one that is large, if any: one of the above. */
  main: string | undefined;
}

/** All equal; one large with a strip of small ones; one large beside a gallery. */
export type Shape = "grid" | "strip" | "beside";

export interface Plan {
  placed: { key: string; rect: Rect; isMain: boolean; isFloating: boolean }[];
  pages: number;
  /** The one that is shown, from 0. */
  page: number;
  /** How many of the people, but for the large one, are in sight at once. */
  seats: number;
  /** Where the way to the other pages stands. */
  pager: Rect | undefined;
}

interface Stage {
  shape: Shape;
  area: Size;
  corner: Corner;
  page: number;
}

/** From how many people on the own picture leaves the grid. */
const selfFloatsFrom = 3;
/** How many times as large as it the others have to be: it would hide one of them otherwise. */
const selfFloatsOver = 4.5;

/** Where everybody stands who is in sight. */
export function planStage(cast: Cast, stage: Stage): Plan {
  if (cast.main === undefined || stage.shape === "grid") return planGrid(cast, stage);
  return stage.shape === "strip" ? planStrip(cast, stage) : planBeside(cast, stage);
}

interface Pages {
  pages: number;
  page: number;
  seats: number;
  /** Those of the page, with those who are on every page before and behind. */
  shown: string[];
}

function turnTo(
  page: number,
  seats: number,
  { before, people, behind }: { before: string[]; people: string[]; behind: string[] },
): Pages {
  const isTight = before.length + behind.length >= seats;
  // Where not even those who are on every page fit beside one more, they take their turn as everybody does.
  if (isTight && before.length + behind.length > 0) {
    const all = [...before, ...people, ...behind];
    const turned = turnTo(page, seats, { before: [], people: all, behind: [] });
    return { ...turned, seats: Math.max(0, turned.seats - before.length) };
  }
  const each = Math.max(1, seats - before.length - behind.length);
  const pages = Math.max(1, Math.ceil(people.length / each));
  const shownPage = Math.min(page, pages - 1);
  const first = shownPage * each;
  const shown = [...before, ...people.slice(first, first + each), ...behind];
  return { pages, page: shownPage, seats: each, shown };
}

const listOf = (key: string | undefined) => (key === undefined ? [] : [key]);
const small = (key: string, rect: Rect) => ({ key, rect, isMain: false, isFloating: false });
const large = (key: string, rect: Rect) => ({ key, rect, isMain: true, isFloating: false });

/** Equal tiles in a part of the stage, as large on the last page as on the others. */
function fillGrid(
  area: Rect,
  page: number,
  cast: { before: string[]; people: string[]; behind: string[] },
) {
  const all = cast.before.length + cast.people.length + cast.behind.length;
  const isPaged = all > gridCapacity(area);
  const room = { ...area, height: area.height - (isPaged ? pagerHeight : 0) };
  const turned = turnTo(page, isPaged ? gridCapacity(room) : all, cast);
  const places = turned.pages > 1 ? gridCapacity(room) : turned.shown.length;
  const rects = arrangeGrid(Math.max(places, turned.shown.length), room);
  const placed = turned.shown.flatMap((key, index) => {
    const rect = rects[index];
    return rect ? [small(key, { ...rect, x: rect.x + area.x, y: rect.y + area.y })] : [];
  });
  const pager =
    turned.pages > 1
      ? { x: area.x, y: area.y + room.height, width: area.width, height: pagerHeight }
      : undefined;
  return { ...turned, placed, pager };
}

function planGrid(cast: Cast, { area, corner, page }: Stage): Plan {
  const { self } = cast;
  const others = cast.screens.length + cast.people.length;
  const floats = self !== undefined && others + 1 >= selfFloatsFrom && leavesRoom(others, area);
  const {
    placed,
    pages,
    page: shown,
    seats,
    pager,
  } = fillGrid({ x: 0, y: 0, ...area }, page, {
    before: [...cast.screens],
    people: [...cast.people],
    behind: floats ? [] : listOf(self),
  });
  if (floats) {
    // Above the way to the other pages.
    const room = { ...area, height: pager ? pager.y : area.height };
    placed.push({ key: self, rect: arrangeSelf(room, corner), isMain: false, isFloating: true });
  }
  return { placed, pages, page: shown, seats, pager };
}

function leavesRoom(count: number, area: Size): boolean {
  const [tile] = arrangeGrid(Math.min(count, gridCapacity(area)), area);
  const own = arrangeSelf(area, "bottom-right");
  return tile !== undefined && tile.width * tile.height > selfFloatsOver * own.width * own.height;
}

/** Who is small beside the large one. */
function smallOnes({ screens, people, self, main }: Cast) {
  const isSmall = (key: string) => key !== main;
  return {
    before: screens.filter(isSmall),
    people: people.filter(isSmall),
    behind: listOf(self).filter(isSmall),
  };
}

function planStrip(cast: Cast, { area, page }: Stage): Plan {
  const ones = smallOnes(cast);
  const total = ones.before.length + ones.people.length + ones.behind.length;
  const isTall = area.height >= area.width;
  const isPaged = total > stripCapacity(area, total);
  // In a wide window the strip itself gives way to its pager.
  const room = { ...area, height: area.height - (isPaged && isTall ? pagerHeight : 0) };
  const { shown, ...turned } = turnTo(page, stripCapacity(room, total), ones);
  const { main, strip } = arrangeSpotlight(shown.length, room, isTall ? shown.length : total);
  const placed = shown.flatMap((key, index) => {
    const rect = strip[index];
    return rect ? [small(key, rect)] : [];
  });
  const first = strip[0];
  const pager = first && {
    x: isTall ? 0 : first.x,
    y: isTall ? room.height : Math.max(0, first.y - pagerHeight),
    width: isTall ? area.width : first.width,
    height: pagerHeight,
  };
  return {
    ...turned,
    placed: [...listOf(cast.main).map((key) => large(key, main)), ...placed],
    pager: turned.pages > 1 ? pager : undefined,
  };
}

function planBeside(cast: Cast, { area, page }: Stage): Plan {
  const ones = smallOnes(cast);
  const isAlone = ones.before.length + ones.people.length + ones.behind.length === 0;
  const { main, gallery } = isAlone
    ? { main: { x: 0, y: 0, ...area }, gallery: { x: 0, y: 0, width: 0, height: 0 } }
    : arrangeBeside(area);
  const { placed, pages, page: shown, seats, pager } = fillGrid(gallery, page, ones);
  return {
    placed: [...listOf(cast.main).map((key) => large(key, main)), ...placed],
    pages,
    page: shown,
    seats,
    pager,
  };
}
