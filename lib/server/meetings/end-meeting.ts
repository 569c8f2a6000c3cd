import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { stateOf } from "./about-meeting";
import { tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";

/**
 * Ends the meeting for everyone who is inside: they are told so, and their room is closed. The meeting
 * stays for the next time. With LiveKit away the room is closed when it is back.
 */
export async function endMeeting(services: Services, caller: Caller, id: MeetingId): Promise<void> {
  const { store, media, clock, log } = services;
  const meeting = await findMeeting(services, caller.address, id);
  const { name } = await requireModerator(services, caller, meeting);
  const endedAt = clock.now().toISOString();
  const ended = await store.meetings.edit(id, () => ({
    endedAt,
    endedBy: name ?? null,
    spotlight: null,
    closesRoom: true,
  }));
  if (!ended) throw new Failure("meeting-deleted");
  log.info(
    { event: "ended-for-everyone", meeting_id: id, room_name: ended.roomName },
    "a host ended a meeting for everyone",
  );
  const closing = async () => {
    await media.updateRoomState(ended.roomName, stateOf(ended));
    await media.deleteRoom(ended.roomName);
    await store.meetings.roomClosed(id);
  };
  await tellingHost(services, closing());
}
