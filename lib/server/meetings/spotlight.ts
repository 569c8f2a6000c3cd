// Who is shown large to everybody: a host's word, kept with the meeting, and over when that one is gone.
import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { isLive } from "./caller";

/** Throws `participant-not-found` unless it is somebody who was let in and not put out again. */
export async function requireInsider(
  { store }: Services,
  id: MeetingId,
  identity: string,
): Promise<void> {
  const seat = await store.seats.findByIdentity(identity);
  if (seat?.meetingId !== id || !isLive(seat)) throw new Failure("participant-not-found");
}

/** Ends this person's spotlight, if it is theirs still. Returns whether it was. */
export async function endSpotlight(
  { store }: Services,
  meeting: StoredMeeting,
  identity = meeting.spotlight,
): Promise<boolean> {
  if (identity === null || meeting.spotlight !== identity) return false;
  const edited = await store.meetings.edit(meeting.id, (now) =>
    now.spotlight === identity ? { spotlight: null } : {},
  );
  return edited !== undefined && edited.revision !== meeting.revision;
}

/**
 * Ends the spotlight of somebody whom LiveKit does not know inside any more. Asked every few seconds and
 * not at the moment they go: who only reloads the page is in it still.
 */
export async function endSpotlightOfAbsent(
  services: Services,
  meeting: StoredMeeting,
): Promise<void> {
  if (meeting.spotlight === null) return;
  const room = await services.media.findRoom(meeting.roomName);
  const isInside = room?.participants.some(({ identity }) => identity === meeting.spotlight);
  if (!isInside) await endSpotlight(services, meeting);
}
