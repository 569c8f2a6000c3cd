import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Participant, ParticipantList } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { LiveParticipant } from "@/lib/server/ports/media-server";
import type { Services } from "@/lib/server/services";
import { type Caller, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";
import { reconcileIfStale } from "./reconcile";

/** Who is inside, from LiveKit itself; with LiveKit away `media-unavailable`, never an empty list. */
export async function listParticipants(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<ParticipantList> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await standingIn(services, caller, meeting);
  if (seat?.removedAt) throw new Failure("removed");
  reconcileIfStale(services);
  const inside = await services.media.listParticipants(meeting.roomName);
  return { meeting_id: id, count: inside.length, participants: inside.map(withoutSid) };
}

function withoutSid({ participant_sid: _, ...participant }: LiveParticipant): Participant {
  return participant;
}
