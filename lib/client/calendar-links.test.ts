import { describe, expect, it } from "vitest";
import { calendarLinks } from "./calendar-links";
import { instantOf } from "./zoned-time";

const url = "https://meet.example/meeting/abc-defg-hij";

function linksAt(date: string, time: string, timeZone: string, minutes = 60) {
  const startsAt = instantOf({ date, time }, timeZone);
  if (!(startsAt instanceof Date)) throw new Error(startsAt);
  const details = `${url}\nPasscode: 1 + 1 = 2 & more`;
  const links = calendarLinks({ title: "Q&A: 50% + Ünïcode #1", startsAt, minutes, url, details });
  return { google: new URL(links.google), outlook: new URL(links.outlook), links };
}

describe("links to online calendars", () => {
  it.each([
    ["2026-11-25", "10:00", "Europe/Berlin", "20261125T090000Z/20261125T100000Z"],
    ["2026-07-25", "10:00", "Europe/Berlin", "20260725T080000Z/20260725T090000Z"],
    ["2026-11-25", "20:00", "America/New_York", "20261126T010000Z/20261126T020000Z"],
    ["2026-11-25", "02:00", "Asia/Kolkata", "20261124T203000Z/20261124T213000Z"],
    // The hour before the clocks go back, and the hour before they go forward.
    ["2026-10-25", "01:30", "Europe/Berlin", "20261024T233000Z/20261025T003000Z"],
    ["2026-03-29", "01:30", "Europe/Berlin", "20260329T003000Z/20260329T013000Z"],
  ])("say %s %s in %s in UTC", (date, time, zone, dates) => {
    const { google, outlook } = linksAt(date, time, zone);
    expect(google.searchParams.get("dates")).toBe(dates);
    const outlooks = [outlook.searchParams.get("startdt"), outlook.searchParams.get("enddt")];
    expect(outlooks.join("/").replaceAll(/[-:]/g, "")).toBe(dates);
  });

  it("carry the title, the link and the details whole", () => {
    const { google, outlook } = linksAt("2026-11-25", "10:00", "UTC", 30);
    expect(google.origin + google.pathname).toBe("https://calendar.google.com/calendar/render");
    expect(google.searchParams.get("action")).toBe("TEMPLATE");
    expect(google.searchParams.get("text")).toBe("Q&A: 50% + Ünïcode #1");
    expect(google.searchParams.get("location")).toBe(url);
    expect(google.searchParams.get("details")).toBe(`${url}\nPasscode: 1 + 1 = 2 & more`);
    expect(outlook.searchParams.get("subject")).toBe("Q&A: 50% + Ünïcode #1");
    expect(outlook.searchParams.get("body")).toBe(`${url}\nPasscode: 1 + 1 = 2 & more`);
    expect(outlook.searchParams.get("location")).toBe(url);
    expect(outlook.searchParams.get("rru")).toBe("addevent");
    expect(outlook.searchParams.get("enddt")).toBe("2026-11-25T10:30:00Z");
  });

  it("hold no plus for a space, which Outlook would show", () => {
    const { links } = linksAt("2026-11-25", "10:00", "UTC");
    for (const link of Object.values(links)) expect(link).not.toContain("+");
    expect(new URL(links.microsoft365).host).toBe("outlook.office.com");
  });
});
