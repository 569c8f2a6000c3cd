import type { MeetingId } from "@/lib/contract/meeting-id";
import { knockTopic } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { alignForHost, tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { hintModerators } from "./knocks";
import { followToNewRoom, noteNewRoom } from "./rotate-room";
import { endSpotlight } from "./spotlight";
import { takeHostBack } from "./take-back";

/**
 * Puts somebody out for good: the seat is refused from now on, and whoever comes with an old LiveKit token
 * is put out again by the webhook of their arrival, or by the next reconciliation. Who was host by a host
 * link is so no more. With `rotate` everybody else moves to a new room. All of it is written before LiveKit
 * is asked for anything, and so done in any case. Safe to repeat.
 */
export async function removeParticipant(
  services: Services,
  caller: Caller,
  id: MeetingId,
  identity: string,
  { rotate = false } = {},
): Promise<void> {
  const { store, media, clock, log } = services;
  const meeting = await findMeeting(services, caller.address, id);
  const moderator = await requireModerator(services, caller, meeting);
  const { rank, seat: own, name } = moderator;
  const seat = await store.seats.findByIdentity(identity);
  if (seat?.meetingId !== id) throw new Failure("participant-not-found");
  if (own?.identity === identity) {
    throw new Failure("forbidden", { detail: "You cannot remove yourself: leave the meeting." });
  }
  if (seat.role === "host" && rank !== "host") {
    throw new Failure("forbidden", { detail: "Only a host may remove a host." });
  }
  if (seat.removedAt === null) {
    await store.seats.edit(identity, {
      removedAt: clock.now().toISOString(),
      removedBy: name ?? null,
      placeUntil: null,
      handRaisedAt: null,
    });
    log.info({ event: "removed", meeting_id: id, identity }, "a host removed somebody");
  }
  const isTakenBack = await takeHostBack(services, meeting, seat, { ...moderator, caller });
  const isTakenDown = await endSpotlight(services, meeting, identity);
  const rotated = rotate ? await noteNewRoom(services, id) : undefined;
  await tellingHost(services, media.removeParticipant(meeting.roomName, identity));
  if (rotated) await tellingHost(services, followToNewRoom(services, rotated));
  else if (isTakenBack || isTakenDown) await alignForHost(services, id);
  if (seat.status === "waiting") hintModerators(services, meeting, knockTopic);
}
