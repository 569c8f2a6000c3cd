// The meetings that were joined in this browser: what the landing page shows of them, newest first.
import { meetingIdPattern } from "@/lib/contract/meeting-code";
import { isRecord, readStored, writeStored } from "./storage";

export interface RecentMeeting {
  meetingId: string;
  title: string | null;
  /** ISO 8601. */
  joinedAt: string;
}

const key = "meetings.recent";
const mostKept = 50;

function parseRecentMeeting(value: unknown): RecentMeeting | undefined {
  if (!isRecord(value)) return undefined;
  const { meetingId, title, joinedAt } = value;
  if (typeof meetingId !== "string" || !meetingIdPattern.test(meetingId)) return undefined;
  if (typeof joinedAt !== "string" || Number.isNaN(Date.parse(joinedAt))) return undefined;
  const isTitled = typeof title === "string" && title !== "";
  return { meetingId, title: isTitled ? title.slice(0, 240) : null, joinedAt };
}

/** The meetings that were joined here, the last one first. */
export function listRecentMeetings(): RecentMeeting[] {
  const stored = readStored("browser", key);
  if (!Array.isArray(stored)) return [];
  const known = new Map<string, RecentMeeting>();
  for (const value of stored) {
    const meeting = parseRecentMeeting(value);
    if (meeting && !known.has(meeting.meetingId)) known.set(meeting.meetingId, meeting);
  }
  return [...known.values()].sort((a, b) => b.joinedAt.localeCompare(a.joinedAt));
}

/** Puts the meeting on top of the list: somebody joins it now. */
export function rememberMeeting({
  meetingId,
  title,
}: {
  meetingId: string;
  title: string | null;
}): void {
  restoreMeeting({ meetingId, title, joinedAt: new Date().toISOString() });
}

/** Takes the meeting off the list. */
export function forgetMeeting(meetingId: string): void {
  writeStored(
    "browser",
    key,
    listRecentMeetings().filter((known) => known.meetingId !== meetingId),
  );
}

/** Puts a meeting back as it was before it was forgotten. */
export function restoreMeeting(meeting: RecentMeeting): void {
  const others = listRecentMeetings().filter((known) => known.meetingId !== meeting.meetingId);
  const all = [meeting, ...others].sort((a, b) => b.joinedAt.localeCompare(a.joinedAt));
  writeStored("browser", key, all.slice(0, mostKept));
}

/** Calls back when another tab changed the list. Returns what ends that. */
export function watchRecentMeetings(onChange: () => void): () => void {
  const tell = (event: StorageEvent) => {
    if (event.key === key || event.key === null) onChange();
  };
  window.addEventListener("storage", tell);
  return () => window.removeEventListener("storage", tell);
}
