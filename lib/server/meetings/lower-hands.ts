import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Services } from "@/lib/server/services";
import { alignForHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";

/** Takes everybody's hand down: the queue begins anew. */
export async function lowerHands(services: Services, caller: Caller, id: MeetingId): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  await services.store.seats.lowerHands(meeting.id);
  await alignForHost(services, meeting.id);
}
