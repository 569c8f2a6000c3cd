import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Participant, ParticipantList } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { LiveParticipant } from "@/lib/server/ports/media-server";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { refuseRemoved } from "./admission";
import { type Caller, rankOf, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";
import { reconcileIfStale } from "./reconcile";

/** Who is inside, from LiveKit itself; with LiveKit away `media-unavailable`, never an empty list. */
export async function listParticipants(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<ParticipantList> {
  const meeting = await findMeeting(services, caller.address, id);
  const standing = await standingIn(services, caller, meeting);
  refuseRemoved(standing.seat);
  if (isClosed(meeting) && rankOf(caller, standing, { reads: true }) === "outside") {
    throw new Failure("forbidden", {
      detail: "Who is in this meeting is shown to those who were let in.",
    });
  }
  reconcileIfStale(services);
  const inside = await services.media.listParticipants(meeting.roomName);
  return { meeting_id: id, count: inside.length, participants: inside.map(asAnswered) };
}

/** Who could not just walk in may not look in either. */
function isClosed({ settings }: StoredMeeting): boolean {
  return settings.has_passcode || settings.lobby || settings.locked || settings.wait_for_host;
}

function asAnswered(person: LiveParticipant): Participant {
  const { participant_sid: _, may_publish: __, can_publish_data: ___, ...participant } = person;
  return participant;
}
