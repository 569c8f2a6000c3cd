import type { MeetingInfo, UpdateMeetingRequest } from "@/lib/contract/meeting";
import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Services } from "@/lib/server/services";
import { type Caller, requireHost } from "./caller";
import { findMeeting } from "./find-meeting";
import { describeMeeting, stateOf } from "./meeting-view";
import { within } from "./within";

const patienceMs = 3_000;

/** Changes the meeting; whoever is inside is told. With LiveKit away the change holds all the same. */
export async function updateMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
  change: UpdateMeetingRequest,
): Promise<MeetingInfo> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireHost(services, caller, meeting);
  if (change.title === undefined || change.title === meeting.title) {
    return await describeMeeting(services, meeting);
  }
  await services.store.meetings.update(id, { title: change.title });
  const changed = { ...meeting, title: change.title };
  const telling = services.media.updateRoomState(meeting.roomName, stateOf(changed));
  await within(patienceMs, telling).catch((error: unknown) => {
    const about = { meeting_id: id, room_name: meeting.roomName };
    services.log.warn({ err: error, ...about }, "could not tell those inside of a change");
  });
  return await describeMeeting(services, changed);
}
