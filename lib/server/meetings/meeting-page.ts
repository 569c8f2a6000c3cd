import "server-only";
import { headers } from "next/headers";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { type MeetingId, SpokenMeetingId } from "@/lib/contract/meeting-id";
import { readCaller } from "@/lib/server/http/read-caller";
import { type Services, services } from "@/lib/server/services";
import { describeMeeting } from "./meeting-view";
import { reconcileIfStale } from "./reconcile";
import { hashOf } from "./secrets";

export type MeetingPage =
  | { state: "found"; meeting: MeetingInfo; isHost: boolean }
  | { state: "unknown" | "deleted" | "unavailable" };

/**
 * What the meeting's page shows. `proxy.ts` has looked the id up and set the status; its finding comes
 * along in a header, so that the page and its status agree.
 */
export async function readMeetingPage(roomId: string): Promise<MeetingPage> {
  const finding = (await headers()).get("x-meeting-lookup");
  if (finding === "unknown" || finding === "deleted" || finding === "unavailable") {
    return { state: finding };
  }
  const id = SpokenMeetingId.safeParse(roomId);
  if (!id.success) return { state: "unknown" };
  const shared = services();
  try {
    const meeting = await shared.store.meetings.find(id.data);
    if (!meeting) return { state: "unknown" };
    if (meeting.deletedAt !== null) return { state: "deleted" };
    reconcileIfStale(shared);
    const [described, isHost] = await Promise.all([
      describeMeeting(shared, meeting),
      isOwnersBrowser(shared, meeting.id),
    ]);
    return { state: "found", meeting: described, isHost };
  } catch (error) {
    shared.log.error({ err: error, meeting_id: id.data }, "could not read a meeting for its page");
    return { state: "unavailable" };
  }
}

/** What the page shows, no more: what a host does is asked again when it is done. */
async function isOwnersBrowser(shared: Services, id: MeetingId): Promise<boolean> {
  const { ownerSecret } = await readCaller(shared, await headers());
  if (ownerSecret === undefined) return false;
  return (await shared.store.meetings.findOwner(id, hashOf(ownerSecret))) !== undefined;
}
