import "server-only";
import { headers } from "next/headers";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { readCaller } from "@/lib/server/http/read-caller";
import { services } from "@/lib/server/services";
import { listMeetings } from "./list-meetings";

const mostShown = 50;

/**
 * The newest meetings that this browser made, for the landing page. Undefined where they cannot be
 * read: the page is more than its list, and says so.
 */
export async function readMyMeetings(): Promise<MeetingInfo[] | undefined> {
  const shared = services();
  try {
    const { ownerSecret, origin, address } = await readCaller(shared, await headers());
    if (ownerSecret === undefined) return [];
    const caller = { authorization: undefined, ownerSecret, origin, address };
    return (await listMeetings(shared, caller, { limit: mostShown })).meetings;
  } catch (error) {
    shared.log.error({ err: error }, "could not read the meetings of a browser");
    return undefined;
  }
}
