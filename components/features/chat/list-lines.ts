// Where in the list a day begins, where somebody else begins to speak, and where it is new.
import { dayNumber } from "@/lib/client/zoned-time";
import type { Entry } from "./merge-messages";

export interface Line {
  entry: Entry;
  /** The first of its day, and that is not the only day there is. */
  beginsDay: boolean;
  /** The first of somebody's in a row: it has their name and the time. */
  beginsGroup: boolean;
}

const sameBreathMs = 5 * 60_000;

/** What day something was on: asked of the calendar once, which takes its time. */
const days = new WeakMap<Entry, number>();

function dayOf(entry: Entry, timeZone: string): number {
  const known = days.get(entry);
  if (known !== undefined) return known;
  const day = dayNumber(new Date(entry.at), timeZone);
  days.set(entry, day);
  return day;
}

/**
 * From where on the list is drawn: the last `most`, or from `first` on while one reads further up, so that what
 * comes takes nothing away there.
 */
export function drawnFrom(entries: readonly Entry[], most: number, first?: string): number {
  const at = first === undefined ? -1 : entries.findIndex(({ id }) => id === first);
  return at < 0 ? Math.max(0, entries.length - most) : at;
}

/** The list from there on with what stands between. `now` decides whether a first day needs saying. */
export function linesOf(
  entries: readonly Entry[],
  from: number,
  timeZone: string,
  now: number,
): Line[] {
  let before = entries[from - 1];
  let lastDay = before ? dayOf(before, timeZone) : dayNumber(new Date(now), timeZone);
  return entries.slice(from).map((entry) => {
    const day = dayOf(entry, timeZone);
    const beginsDay = day !== lastDay;
    lastDay = day;
    const goesOn =
      before !== undefined &&
      !beginsDay &&
      before.author.identity === entry.author.identity &&
      before.to === entry.to &&
      Math.abs(entry.at - before.at) < sameBreathMs;
    before = entry;
    return { entry, beginsDay, beginsGroup: !goesOn };
  });
}
