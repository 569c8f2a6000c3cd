import { describe, expect, it } from "vitest";
import { sayDay, sayMoment, sayZone, timesLocale } from "./say-when";

const now = new Date("2026-11-24T10:00:00Z");
const day = (iso: string, zone = "Europe/Berlin", locale = "en-GB") =>
  sayDay(new Date(iso), now, zone, locale);

describe("the day of a meeting, seen from now", () => {
  it("is today, tomorrow, a weekday, a date, a date of another year", () => {
    expect(day("2026-11-24T12:30:00Z")).toMatchObject({ day: "today", time: "13:30" });
    expect(day("2026-11-25T09:00:00Z")).toMatchObject({ day: "tomorrow", time: "10:00" });
    expect(day("2026-11-27T09:00:00Z")).toMatchObject({ day: "other", date: "Friday" });
    expect(day("2026-12-01T09:00:00Z")).toMatchObject({ day: "other", date: "1 Dec" });
    expect(day("2027-01-03T09:00:00Z")).toMatchObject({ day: "other", date: "3 Jan 2027" });
  });

  it("is another day in another zone", () => {
    const late = "2026-11-24T23:30:00Z";
    expect(day(late, "Europe/London")).toMatchObject({ day: "today", time: "23:30" });
    expect(day(late, "Europe/Berlin")).toMatchObject({ day: "tomorrow", time: "00:30" });
    expect(day(late, "America/New_York", "en-US")).toMatchObject({ day: "today" });
    expect(day(late, "Pacific/Auckland")).toMatchObject({ day: "tomorrow", time: "12:30" });
  });

  it("is tomorrow after a night of 25 hours, and after one of 23", () => {
    const from = (start: string, at: string) =>
      sayDay(new Date(at), new Date(start), "Europe/Berlin", "en-GB");
    expect(from("2026-10-24T20:00:00Z", "2026-10-25T22:30:00Z").day).toBe("tomorrow");
    expect(from("2026-10-24T20:00:00Z", "2026-10-25T23:30:00Z").day).toBe("other");
    expect(from("2026-03-28T22:30:00Z", "2026-03-28T23:30:00Z").day).toBe("tomorrow");
  });
});

it("says date and time in full, in the way of the place", () => {
  const at = new Date("2026-11-25T15:00:00Z");
  expect(sayMoment(at, "Europe/London", "en-GB")).toBe("Wednesday, 25 November 2026 at 15:00");
  expect(sayMoment(at, "America/New_York", "en-US").replaceAll("\u202f", " ")).toBe(
    "Wednesday, November 25, 2026 at 10:00 AM",
  );
});

it("names the zone as it is called on that day, and where it has no name, its city", () => {
  const zone = (iso: string, name: string) => sayZone(new Date(iso), name, "en-GB");
  expect(zone("2026-11-25T10:00:00Z", "Europe/Berlin")).toEqual({
    name: "Central European Standard Time",
    offset: "UTC+1",
  });
  expect(zone("2026-07-25T10:00:00Z", "Europe/Berlin")).toEqual({
    name: "Central European Summer Time",
    offset: "UTC+2",
  });
  expect(zone("2026-07-25T10:00:00Z", "Asia/Kolkata").offset).toBe("UTC+5:30");
  expect(zone("2026-07-25T10:00:00Z", "UTC")).toEqual({
    name: "Coordinated Universal Time",
    offset: "UTC+0",
  });
  expect(zone("2026-07-25T10:00:00Z", "Africa/Casablanca").name).not.toMatch(/^(GMT|UTC)[+-]/);
});

describe("the locale for times", () => {
  it("is the page's language as it is spoken where the person lives", () => {
    expect(timesLocale("en", ["en-GB", "en"])).toBe("en-GB");
    expect(timesLocale("en", ["de-DE", "de", "en-US"])).toBe("en-US");
  });
  it("is the page's language with one's own clock where one speaks another", () => {
    expect(timesLocale("en", ["de-DE"])).toBe("en-001-u-hc-h23");
    expect(timesLocale("en", ["hi-IN"])).toBe("en-001-u-hc-h12");
    expect(timesLocale("en", ["not a tag"])).toBe("en");
  });
});
