// Who belongs to a meeting: whoever was let in, and its hosts wherever they are.
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { refuseRemoved } from "./admission";
import { type Caller, isLive, type Rank, rankOf, standingIn } from "./caller";

export interface Insider {
  /** The seat that was let in; hosts may come without one. */
  seat: StoredSeat | undefined;
  /** They sent the meeting's host key itself. */
  hasHostKey: boolean;
  /** What they may change. Throws `cross-origin` where only a cookie says so, and another site sent it. */
  rank(): Rank;
}

/** The caller, if they are inside; throws `unauthenticated`, `forbidden` or `removed`. */
export async function insiderOf(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<Insider> {
  const standing = await standingIn(services, caller, meeting);
  refuseRemoved(standing.seat);
  if (rankOf(caller, standing, { reads: true }) === "outside") {
    const isNobody = caller.authorization === undefined && caller.ownerSecret === undefined;
    throw new Failure(isNobody ? "unauthenticated" : "forbidden", {
      detail: isNobody
        ? "Send a seat token of this meeting, or its host key."
        : "Only somebody in this meeting may do this.",
    });
  }
  return {
    seat: standing.seat && isLive(standing.seat) ? standing.seat : undefined,
    hasHostKey: standing.hasHostKey,
    rank: () => rankOf(caller, standing),
  };
}
