import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { meetingUrl } from "./about-meeting";
import { type Caller, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";

/** A meeting as a calendar wants it. */
export interface CalendarEntry {
  meetingId: MeetingId;
  title: string | null;
  url: string;
  startsAt: string;
  /** Of two entries of one meeting the greater one is the newer. */
  revision: number;
  generatedAt: string;
}

/** For whoever may know of the meeting; `not-found` where it has no time. */
export async function calendarEntryOf(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<CalendarEntry> {
  const meeting = await findMeeting(services, caller.address, id);
  await standingIn(services, caller, meeting);
  if (meeting.scheduledAt === null) {
    throw new Failure("not-found", {
      detail: "This meeting has no time yet, so there is nothing to put into a calendar.",
    });
  }
  return {
    meetingId: id,
    title: meeting.title,
    url: meetingUrl(services, meeting),
    startsAt: meeting.scheduledAt,
    revision: meeting.revision,
    generatedAt: services.clock.now().toISOString(),
  };
}
