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

/** The list with what stands between its entries. `now` decides whether a first day needs saying. */
export function linesOf(entries: readonly Entry[], timeZone: string, now: number): Line[] {
  const today = dayNumber(new Date(now), timeZone);
  let lastDay = today;
  let before: Entry | undefined;
  return entries.map((entry) => {
    const day = dayNumber(new Date(entry.at), timeZone);
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
