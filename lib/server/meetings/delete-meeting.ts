import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { closeRooms } from "./rotate-room";
import { within } from "./within";

const patienceMs = 3_000;

/**
 * Deletes the meeting for good and disconnects everybody. The tombstone comes first, so that no join
 * makes the room again; with LiveKit away the room is closed when it is back (`reconcile`).
 */
export async function deleteMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting, { hostAlone: true });
  const { store, clock, log } = services;
  if (!(await store.meetings.delete(id, clock.now().toISOString()))) {
    throw new Failure("meeting-deleted");
  }
  const about = { meeting_id: id, room_name: meeting.roomName };
  log.info({ event: "meeting-deleted", ...about }, "deleted a meeting");
  try {
    await within(patienceMs, closeRooms(services, meeting));
    await store.meetings.roomClosed(id);
  } catch (error) {
    log.warn({ err: error, ...about }, "the room stays until LiveKit can be reached");
  }
}
