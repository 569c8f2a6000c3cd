import type { MeetingExists, MeetingInfo } from "@/lib/contract/meeting";
import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Services } from "@/lib/server/services";
import { type Caller, refuseUnknownAuthorization, standingIn } from "./caller";
import { findMeeting, lookUp } from "./find-meeting";
import { describeMeeting } from "./meeting-view";
import { reconcileIfStale } from "./reconcile";

/** The meeting as anybody who knows its id may know it. */
export async function getMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<MeetingInfo> {
  const meeting = await findMeeting(services, caller.address, id);
  await standingIn(services, caller, meeting);
  reconcileIfStale(services);
  return await describeMeeting(services, meeting);
}

/** Whether there is such a meeting; false for deleted ones too. */
export async function meetingExists(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<MeetingExists> {
  const meeting = await lookUp(services, caller.address, id);
  if (meeting) await standingIn(services, caller, meeting);
  else await refuseUnknownAuthorization(services, caller);
  return { meeting_id: id, exists: meeting !== undefined && meeting.deletedAt === null };
}
