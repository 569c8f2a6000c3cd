import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import { icsOf } from "./calendar-response";

const entry = {
  meetingId: MeetingId.parse("abc-defg-hij"),
  title: `Zoë, "the" plan; part 1\\2: ${"👩‍💻 ".repeat(30)}`.trim(),
  url: "https://meet.example.org/meeting/abc-defg-hij",
  startsAt: "2026-03-29T01:30:00.000Z",
  revision: 7,
  generatedAt: "2026-03-01T10:00:00.000Z",
};

/** As another library reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [found, ...more] = calendar.getAllSubcomponents("vevent");
  if (!found || more.length > 0) throw new Error("not one event");
  return { calendar, component: found, event: new ICAL.Event(found) };
}

describe("a calendar entry", () => {
  it("is read by another library as it was meant", () => {
    const { calendar, component, event } = read(icsOf(entry));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("prodid")).toMatch(/^-\/\/.+\/\/.+\/\/EN$/);
    expect(event.uid).toBe("abc-defg-hij@meet.example.org");
    expect(event.sequence).toBe(7);
    expect(event.summary).toBe(entry.title);
    expect(event.description).toContain(entry.url);
    expect(event.location).toBe(entry.url);
    expect(component.getFirstPropertyValue("url")).toBe(entry.url);
    expect(event.startDate.toJSDate().toISOString()).toBe(entry.startsAt);
    expect(event.endDate.toJSDate().toISOString()).toBe("2026-03-29T02:30:00.000Z");
    // In UTC: no zone has to be known, and no summer time can be read into it.
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    for (const name of ["dtstamp", "last-modified"]) {
      expect(String(component.getFirstPropertyValue(name))).toBe("2026-03-01T10:00:00Z");
    }
  });

  it("is written as calendars insist on: CRLF, and no line over 75 bytes", () => {
    const text = icsOf(entry);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // Folding splits no character.
      expect(Buffer.from(line).toString()).not.toContain("\ufffd");
    }
    expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(text.trimEnd().endsWith("END:VCALENDAR")).toBe(true);
  });

  it("is the same entry after a change, and a newer one", () => {
    const before = read(icsOf(entry)).event;
    const moved = { ...entry, revision: 8, startsAt: "2026-04-01T09:00:00.000Z", title: null };
    const after = read(icsOf(moved)).event;
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.summary).toBe("Meeting");
  });
});
