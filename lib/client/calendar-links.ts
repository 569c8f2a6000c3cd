// Links that open an online calendar with the meeting filled in.

export interface CalendarEvent {
  title: string;
  startsAt: Date;
  minutes: number;
  /** The meeting's link: where it is. */
  url: string;
  /** What else stands in the entry. */
  details: string;
}

export interface CalendarLinks {
  google: string;
  /** Outlook on the web for people, and for people at work or school. */
  outlook: string;
  microsoft365: string;
}

/** Outlook takes a `+` for a plus, so spaces are `%20`. */
function withQuery(address: string, fields: Record<string, string>): string {
  const query = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return `${address}?${query}`;
}

/** To the second, in UTC: `2026-11-25T09:00:00Z`. */
const utc = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");

/** The links. All times in them are in UTC, so that every calendar shows them in its owner's zone. */
export function calendarLinks(event: CalendarEvent): CalendarLinks {
  const { title, startsAt, minutes, url, details } = event;
  const start = utc(startsAt);
  const end = utc(new Date(startsAt.getTime() + minutes * 60_000));
  const outlook = {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: start,
    enddt: end,
    location: url,
    body: details,
  };
  return {
    google: withQuery("https://calendar.google.com/calendar/render", {
      action: "TEMPLATE",
      text: title,
      dates: `${start}/${end}`.replaceAll(/[-:]/g, ""),
      location: url,
      details,
    }),
    outlook: withQuery("https://outlook.live.com/calendar/0/deeplink/compose", outlook),
    microsoft365: withQuery("https://outlook.office.com/calendar/0/deeplink/compose", outlook),
  };
}
