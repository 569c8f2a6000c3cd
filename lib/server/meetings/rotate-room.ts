import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { stateOf } from "./about-meeting";
import { tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";

const numberOf = ({ id, roomName }: StoredMeeting) => Number(roomName.slice(id.length + 1)) || 0;

const nameOf = (id: MeetingId, number: number) => (number === 0 ? id : `${id}.${number}`);

/** The room before the last rotation; undefined where there was none. */
export function roomBefore(meeting: StoredMeeting): string | undefined {
  const number = numberOf(meeting);
  return number === 0 ? undefined : nameOf(meeting.id, number - 1);
}

/**
 * Moves the meeting to a new room: every LiveKit token that was ever given is worth nothing. Those who
 * are inside come after by themselves, with their seats; with LiveKit away the old room is closed when it
 * is back.
 */
export async function rotateRoom(services: Services, caller: Caller, id: MeetingId): Promise<void> {
  const { store, media, log } = services;
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  const rotated = await store.meetings.edit(id, (now) => ({
    roomName: nameOf(id, numberOf(now) + 1),
  }));
  if (!rotated) throw new Failure("meeting-deleted");
  log.info(
    { event: "room-rotated", meeting_id: id, room_name: rotated.roomName },
    "moved a meeting to a new room",
  );
  const moving = async () => {
    await media.ensureRoom(rotated.roomName, stateOf(rotated));
    const old = roomBefore(rotated);
    if (old !== undefined) await media.deleteRoom(old);
  };
  await tellingHost(services, moving());
}
