// What proxy.ts finds out about /meeting/<code>, and the pages below it, before the page is made: a page
// cannot set its status.
import { normaliseMeetingCode } from "@/lib/contract/meeting-code";
import { MeetingId } from "@/lib/contract/meeting-id";
import { paths } from "@/lib/contract/paths";
import { Failure } from "@/lib/server/failure";
import { lookUp } from "@/lib/server/meetings/find-meeting";
import type { Services } from "@/lib/server/services";

export type MeetingLookup =
  | { kind: "none" }
  /** Another spelling of an id: the browser is sent to the path with the one we use. */
  | { kind: "respelled"; path: string }
  | {
      kind: "looked-up";
      state: "found" | "unknown" | "deleted" | "unavailable";
      status: number;
      retryAfter?: number | undefined;
    };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Looks up the meeting that a page's path names, if it names one. Never throws. */
export async function lookUpMeetingPage(
  services: Services,
  pathname: string,
  address: string,
): Promise<MeetingLookup> {
  const [, typed, below] = /^\/meeting\/([^/]+)(\/report)?\/?$/.exec(pathname) ?? [];
  if (typed === undefined || typed === "new") return { kind: "none" };
  const id = MeetingId.safeParse(normaliseMeetingCode(decoded(typed)));
  if (!id.success) return { kind: "looked-up", state: "unknown", status: 404 };
  if (id.data !== typed) {
    const path = below === undefined ? paths.meeting(id.data) : paths.report(id.data);
    return { kind: "respelled", path };
  }
  try {
    const meeting = await lookUp(services, address, id.data);
    if (!meeting) return { kind: "looked-up", state: "unknown", status: 404 };
    if (meeting.deletedAt !== null) return { kind: "looked-up", state: "deleted", status: 410 };
    return { kind: "looked-up", state: "found", status: 200 };
  } catch (error) {
    const isLimited = error instanceof Failure && error.code === "rate-limited";
    if (!isLimited) services.log.error({ err: error }, "could not look a meeting up for its page");
    return {
      kind: "looked-up",
      state: "unavailable",
      status: isLimited ? 429 : 503,
      retryAfter: isLimited ? error.options.retryAfter : 2,
    };
  }
}
