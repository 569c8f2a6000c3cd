import ical, { ICalCalendarMethod, ICalEventBusyStatus } from "ical-generator";
import type { CalendarEntry } from "@/lib/server/meetings/calendar-entry";

/** How long an entry lasts: a meeting of ours has a beginning and no end. */
const lastsMs = 60 * 60 * 1000;

/** The entry as iCalendar (RFC 5545), its times in UTC. */
export function icsOf(entry: CalendarEntry): string {
  const start = new Date(entry.startsAt);
  const now = new Date(entry.generatedAt);
  const calendar = ical({ prodId: { company: "Meetings", product: "Meetings", language: "EN" } });
  // Outlook takes a file without a method for something else than an appointment.
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.createEvent({
    // The same entry however often it is fetched: a changed time moves it.
    id: `${entry.meetingId}@${new URL(entry.url).hostname}`,
    sequence: entry.revision,
    stamp: now,
    lastModified: now,
    start,
    end: new Date(start.getTime() + lastsMs),
    summary: entry.title ?? "Meeting",
    description: `Join the meeting: ${entry.url}`,
    location: entry.url,
    url: entry.url,
    busystatus: ICalEventBusyStatus.BUSY,
  });
  return calendar.toString();
}

export function calendarResponse(entry: CalendarEntry): Response {
  return new Response(icsOf(entry), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="meeting-${entry.meetingId}.ics"`,
    },
  });
}
