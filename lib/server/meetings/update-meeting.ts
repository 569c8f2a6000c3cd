import type { HostedMeeting, UpdateMeetingRequest } from "@/lib/contract/meeting";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { withChange } from "@/lib/contract/settings";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { alignForHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { describeForHosts } from "./meeting-view";
import { sealPasscode } from "./passcode";
import { requireInsider } from "./spotlight";

/** The meeting as its hosts and cohosts know it. */
export async function getHostedMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<HostedMeeting> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting, { reads: true });
  return await describeForHosts(services, meeting);
}

/**
 * Changes what is named and leaves the rest. Whoever is inside is told, and LiveKit's permissions follow;
 * with LiveKit away a change of settings holds, and the host is told that it has not reached the room.
 */
export async function updateMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
  { title, scheduled_at, settings, spotlight }: UpdateMeetingRequest,
): Promise<HostedMeeting> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  if (typeof spotlight === "string") await requireInsider(services, id, spotlight);
  const edited = await services.store.meetings.edit(id, (now) => ({
    ...(title !== undefined && title !== now.title ? { title } : {}),
    ...(scheduled_at !== undefined && scheduled_at !== now.scheduledAt
      ? { scheduledAt: scheduled_at }
      : {}),
    ...(settings ? { settings: withChange(now.settings, settings) } : {}),
    ...(settings?.passcode !== undefined
      ? { passcodeSealed: sealPasscode(services, settings.passcode) }
      : {}),
    ...(spotlight !== undefined && spotlight !== now.spotlight ? { spotlight } : {}),
  }));
  if (!edited) throw new Failure("meeting-deleted");
  // Whoever was never let in has not given this one.
  if (typeof settings?.passcode === "string") await services.store.seats.discardNotIn(id);
  if (edited.revision !== meeting.revision)
    await tellThoseInside(services, id, settings !== undefined || spotlight !== undefined);
  return await describeForHosts(services, edited);
}

async function tellThoseInside(services: Services, id: MeetingId, matters: boolean): Promise<void> {
  try {
    await alignForHost(services, id);
  } catch (error) {
    // A title that those inside read a little later is no failure of the host's.
    if (matters) throw error;
  }
}
