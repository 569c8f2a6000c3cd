import type { MeetingList } from "@/lib/contract/meeting";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { apiKeyIn } from "./api-keys";
import { type Caller, refuseUnknownAuthorization } from "./caller";
import { describeMeetings } from "./meeting-view";
import { reconcileIfStale } from "./reconcile";
import { hashOf } from "./secrets";

export interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** The meetings that the caller's browser made, newest first; all meetings for an API key. */
export async function listMeetings(
  services: Services,
  caller: Caller,
  { cursor, limit }: Page,
): Promise<MeetingList> {
  const page = { ...(cursor === undefined ? {} : { cursor }), limit };
  const { meetings, next } = await listFor(services, caller, page);
  reconcileIfStale(services);
  return { meetings: await describeMeetings(services, meetings), next_cursor: next };
}

async function listFor(
  services: Services,
  caller: Caller,
  page: { cursor?: string; limit: number },
) {
  if (apiKeyIn(services, caller.authorization)) return await services.store.meetings.listAll(page);
  await refuseUnknownAuthorization(services, caller);
  if (caller.ownerSecret === undefined) {
    const isNobody = caller.authorization === undefined;
    throw new Failure(isNobody ? "unauthenticated" : "forbidden", {
      detail: "Only a browser that made meetings has a list of them, and an API key of all.",
    });
  }
  return await services.store.meetings.listOwned(hashOf(caller.ownerSecret), page);
}
