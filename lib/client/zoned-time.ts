// Between what a clock on a wall shows and the instant it means: time zones, and the nights when clocks
// are changed.

/** What a clock shows, as the browser's fields for a date and a time give it. */
export interface WallTime {
  /** `2026-11-25` */
  date: string;
  /** `10:00` */
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/** What a clock of this zone shows at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) found[type] = value;
  const { year = "", month = "", day = "", hour = "", minute = "" } = found;
  return { date: `${year.padStart(4, "0")}-${month}-${day}`, time: `${hour}:${minute}` };
}

const dayMs = 86_400_000;

/** The days since 1970 on this zone's calendar: tomorrow is one more, however long the night was. */
export function dayNumber(instant: Date, timeZone: string): number {
  return Date.parse(`${wallTimeAt(instant, timeZone).date}T00:00Z`) / dayMs;
}

/**
 * The instant at which a clock of this zone shows this. Where clocks are put back and show it twice, the
 * first one. "skipped" where clocks are put forward past it, "invalid" for what is no date and time.
 */
export function instantOf(
  { date, time }: WallTime,
  timeZone: string,
): Date | "skipped" | "invalid" {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return "invalid";
  const asUtc = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(`${date}T${time}`)) {
    return "invalid";
  }
  // The zone's distance from UTC on the day before and the day after: one of the two holds.
  for (const around of [asUtc - dayMs, asUtc + dayMs]) {
    const shown = wallTimeAt(new Date(around), timeZone);
    const distance = Date.parse(`${shown.date}T${shown.time}Z`) - around;
    const instant = new Date(asUtc - distance);
    const back = wallTimeAt(instant, timeZone);
    if (back.date === date && back.time === time) return instant;
  }
  return "skipped";
}

/** The next full hour that is at least `minutesAhead` away, on a clock of this zone. */
export function nextFullHour(now: Date, timeZone: string, minutesAhead = 30): WallTime {
  const earliest = now.getTime() + minutesAhead * 60_000;
  const { time } = wallTimeAt(new Date(earliest), timeZone);
  const minutes = Number(time.slice(3));
  return wallTimeAt(new Date(earliest + ((60 - minutes) % 60) * 60_000), timeZone);
}
