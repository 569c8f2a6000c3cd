import type { MeetingList } from "@/lib/contract/meeting";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { type Caller, refuseUnknownAuthorization } from "./caller";
import { describeMeetings } from "./meeting-view";
import { reconcileIfStale } from "./reconcile";
import { hashOf } from "./secrets";

export interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** The meetings that the caller's browser made, newest first. */
export async function listMeetings(
  services: Services,
  caller: Caller,
  { cursor, limit }: Page,
): Promise<MeetingList> {
  const seat = await refuseUnknownAuthorization(services, caller);
  if (caller.ownerSecret === undefined) {
    throw new Failure(seat ? "forbidden" : "unauthenticated", {
      detail: "Only a browser that made meetings has a list of them.",
    });
  }
  reconcileIfStale(services);
  const { meetings, next } = await services.store.meetings.listOwned(hashOf(caller.ownerSecret), {
    ...(cursor === undefined ? {} : { cursor }),
    limit,
  });
  return { meetings: await describeMeetings(services, meetings), next_cursor: next };
}
