// A time as people say it, in a zone and a locale that are given. The words around it are the catalogue's.
import { dayNumber } from "./zoned-time";

/** The zone of this browser. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * The locale to write times in: the page's language, as it is spoken where the person lives, so that
 * somebody in Leeds reads 14:00 and somebody in Boston 2:00 PM. Whose own language is another one reads
 * the page's with the clock that they are used to.
 */
export function timesLocale(pageLanguage: string, preferred: readonly string[]): string {
  const regional = preferred.find((tag) => tag.toLowerCase().split("-")[0] === pageLanguage);
  try {
    if (regional !== undefined) return new Intl.Locale(regional).toString();
    const { hourCycle } = new Intl.DateTimeFormat(preferred[0], {
      hour: "numeric",
    }).resolvedOptions();
    const isTwelve = hourCycle === "h12" || hourCycle === "h11";
    const world = pageLanguage === "en" ? "en-001" : pageLanguage;
    return `${world}-u-hc-${isTwelve ? "h12" : "h23"}`;
  } catch {
    // Some browsers give tags that their own Intl refuses.
    return pageLanguage;
  }
}

/** Today, tomorrow, or a day with a name or a date. */
export interface SaidDay {
  day: "today" | "tomorrow" | "other";
  /** The weekday within a week, else the date; with the year where it is another one. */
  date: string;
  time: string;
}

/** When something is to be, seen from now. */
export function sayDay(at: Date, now: Date, timeZone: string, locale: string): SaidDay {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const daysAhead = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  const year = (date: Date) =>
    new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(date);
  const isSoon = daysAhead > 1 && daysAhead < 7;
  const date = isSoon
    ? format({ weekday: "long" })
    : format({
        day: "numeric",
        month: "short",
        ...(year(at) === year(now) ? {} : { year: "numeric" }),
      });
  return {
    day: daysAhead === 0 ? "today" : daysAhead === 1 ? "tomorrow" : "other",
    date,
    time: sayTime(at, timeZone, locale),
  };
}

/** The time of the day alone: 14:00, or 2:00 PM. */
export function sayTime(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }).format(at);
}

/** The day with its weekday and year. */
export function sayDate(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "full" }).format(at);
}

/** Day, month and time, where the year is understood. */
export function sayShortMoment(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}

/** Date and time in full, for somebody who reads it on another day. */
export function sayMoment(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    dateStyle: "full",
    timeStyle: "short",
  }).format(at);
}

/** The zone's name at that time, or its city where it has none, and its distance from UTC. */
export function sayZone(
  at: Date,
  timeZone: string,
  locale: string,
): { name: string; offset: string } {
  const part = (timeZoneName: "long" | "shortOffset") =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  const name = part("long");
  const isOffset = /^(GMT|UTC)([+-]|$)/.test(name);
  const city = timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
  return {
    name: isOffset ? city : name,
    offset: part("shortOffset")
      .replace(/^(GMT|UTC)$/, "$1+0")
      .replace("GMT", "UTC"),
  };
}
