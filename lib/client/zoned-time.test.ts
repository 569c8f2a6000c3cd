import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, instantOf, nextFullHour, wallTimeAt } from "./zoned-time";

const at = (date: string, time: string, timeZone: string) => {
  const instant = instantOf({ date, time }, timeZone);
  return instant instanceof Date ? instant.toISOString() : instant;
};

describe("the instant that a clock on the wall means", () => {
  it.each([
    ["2026-11-25", "10:00", "UTC", "2026-11-25T10:00:00.000Z"],
    ["2026-11-25", "10:00", "Europe/Berlin", "2026-11-25T09:00:00.000Z"],
    ["2026-07-25", "10:00", "Europe/Berlin", "2026-07-25T08:00:00.000Z"],
    ["2026-11-25", "10:00", "America/New_York", "2026-11-25T15:00:00.000Z"],
    ["2026-11-25", "00:15", "Asia/Kathmandu", "2026-11-24T18:30:00.000Z"],
    ["2026-11-25", "23:30", "Pacific/Kiritimati", "2026-11-25T09:30:00.000Z"],
    ["2026-11-25", "10:00", "Pacific/Pago_Pago", "2026-11-25T21:00:00.000Z"],
  ])("%s %s in %s", (date, time, zone, instant) => {
    expect(at(date, time, zone)).toBe(instant);
  });

  it("knows the hour that the clocks skip, and the hours beside it", () => {
    expect(at("2026-03-29", "01:59", "Europe/Berlin")).toBe("2026-03-29T00:59:00.000Z");
    expect(at("2026-03-29", "02:30", "Europe/Berlin")).toBe("skipped");
    expect(at("2026-03-29", "03:00", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
    expect(at("2027-03-14", "02:15", "America/New_York")).toBe("skipped");
    // Half an hour only: https://en.wikipedia.org/wiki/Lord_Howe_Island
    expect(at("2026-10-04", "02:15", "Australia/Lord_Howe")).toBe("skipped");
    expect(at("2026-10-04", "02:30", "Australia/Lord_Howe")).toBe("2026-10-03T15:30:00.000Z");
  });

  it("takes the first of the two hours that the clocks show twice", () => {
    expect(at("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(at("2026-10-25", "03:00", "Europe/Berlin")).toBe("2026-10-25T02:00:00.000Z");
    expect(at("2026-11-01", "01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  it("refuses what is no date or no time", () => {
    expect(at("2026-02-30", "10:00", "UTC")).toBe("invalid");
    expect(at("", "10:00", "UTC")).toBe("invalid");
    expect(at("2026-02-20", "", "UTC")).toBe("invalid");
    expect(at("2026-02-20", "24:30", "UTC")).toBe("invalid");
  });

  it("is the way back from what the clock shows, for any minute of years with changes", () => {
    const zones = ["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"];
    const from = Date.parse("2026-01-01T00:00Z") / 60_000;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: from, max: from + 2 * 365 * 1440 }),
        (zone, minute) => {
          const shown = wallTimeAt(new Date(minute * 60_000), zone);
          const instant = instantOf(shown, zone);
          expect(instant).toBeInstanceOf(Date);
          if (instant instanceof Date) expect(wallTimeAt(instant, zone)).toEqual(shown);
        },
      ),
    );
  });
});

it("counts days by the calendar of the zone, over a night of 25 hours too", () => {
  const days = (iso: string) => dayNumber(new Date(iso), "Europe/Berlin");
  expect(days("2026-10-25T22:59:00Z") - days("2026-10-24T22:00:00Z")).toBe(0);
  expect(days("2026-10-25T23:00:00Z") - days("2026-10-24T22:00:00Z")).toBe(1);
});

it("offers the next full hour that leaves some time", () => {
  const next = (iso: string, zone: string) => nextFullHour(new Date(iso), zone);
  expect(next("2026-11-24T10:05:00Z", "UTC")).toEqual({ date: "2026-11-24", time: "11:00" });
  expect(next("2026-11-24T10:31:00Z", "UTC")).toEqual({ date: "2026-11-24", time: "12:00" });
  expect(next("2026-11-24T10:30:00Z", "UTC")).toEqual({ date: "2026-11-24", time: "11:00" });
  expect(next("2026-11-24T23:40:00Z", "UTC")).toEqual({ date: "2026-11-25", time: "01:00" });
  // Half past on the clocks of Greenwich is full in India.
  expect(next("2026-11-24T10:05:00Z", "Asia/Kolkata")).toEqual({
    date: "2026-11-24",
    time: "17:00",
  });
});
