import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { openRoom } from "./open-room";

const numberOf = ({ id, roomName }: StoredMeeting) => Number(roomName.slice(id.length + 1)) || 0;

const nameOf = (id: MeetingId, number: number) => (number === 0 ? id : `${id}.${number}`);

/** The rooms that the meeting has left: all of them, since closing one may have failed. */
export function roomsBefore(meeting: StoredMeeting): string[] {
  return Array.from({ length: numberOf(meeting) }, (_, number) => nameOf(meeting.id, number));
}

/** Closes every room that the meeting has, or had. */
export async function closeRooms({ media }: Services, meeting: StoredMeeting): Promise<void> {
  const rooms = [...roomsBefore(meeting), meeting.roomName];
  await Promise.all(rooms.map((room) => media.deleteRoom(room)));
}

/** Writes down that the meeting is in a new room from now on. Throws `meeting-deleted`. */
export async function noteNewRoom({ store, log }: Services, id: MeetingId): Promise<StoredMeeting> {
  const rotated = await store.meetings.edit(id, (now) => ({
    roomName: nameOf(id, numberOf(now) + 1),
  }));
  if (!rotated) throw new Failure("meeting-deleted");
  log.info(
    { event: "room-rotated", meeting_id: id, room_name: rotated.roomName },
    "moved a meeting to a new room",
  );
  return rotated;
}

/** Opens the room that was noted, and closes those before. */
export async function followToNewRoom(services: Services, rotated: StoredMeeting): Promise<void> {
  await openRoom(services, rotated);
  await Promise.all(roomsBefore(rotated).map((room) => services.media.deleteRoom(room)));
}

/**
 * Moves the meeting to a new room: every LiveKit token that was ever given is worth nothing. Those who
 * are inside come after by themselves, with their seats; with LiveKit away the old room is closed when it
 * is back.
 */
export async function rotateRoom(services: Services, caller: Caller, id: MeetingId): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  const rotated = await noteNewRoom(services, id);
  await tellingHost(services, followToNewRoom(services, rotated));
}
