import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { countMiss, refuseGuesser } from "./limits";

/** Looks a meeting up for somebody, who is counted when it never was. Tombstones included. */
export async function lookUp(
  services: Services,
  address: string,
  id: MeetingId,
): Promise<StoredMeeting | undefined> {
  refuseGuesser(services, address);
  const meeting = await services.store.meetings.find(id);
  if (!meeting) await countMiss(services, address);
  return meeting;
}

/** The meeting; throws `meeting-not-found` or `meeting-deleted`. */
export async function findMeeting(
  services: Services,
  address: string,
  id: MeetingId,
): Promise<StoredMeeting> {
  const meeting = await lookUp(services, address, id);
  if (!meeting) throw new Failure("meeting-not-found");
  if (meeting.deletedAt !== null) throw new Failure("meeting-deleted");
  return meeting;
}
