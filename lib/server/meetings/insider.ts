// Who may read what is written in a meeting: whoever is inside, and its hosts wherever they are.
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { type Caller, isLive, rankOf, standingIn } from "./caller";

export interface Insider {
  /** The seat that was let in; hosts may come without one. */
  seat: StoredSeat | undefined;
  /** Throws `cross-origin` where only a cookie says so, and another site sent it. */
  mayModerate(): boolean;
}

/** The caller, if they are inside; throws `unauthenticated`, `forbidden` or `removed`. */
export async function insiderOf(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<Insider> {
  const standing = await standingIn(services, caller, meeting);
  if (standing.seat?.removedAt) throw new Failure("removed");
  if (rankOf(caller, standing, { reads: true }) === "outside") {
    const isNobody = caller.authorization === undefined && caller.ownerSecret === undefined;
    throw new Failure(isNobody ? "unauthenticated" : "forbidden", {
      detail: isNobody
        ? "Send the seat token that join gave you."
        : "Only who is in this meeting may do this.",
    });
  }
  return {
    seat: standing.seat && isLive(standing.seat) ? standing.seat : undefined,
    mayModerate: () => {
      const rank = rankOf(caller, standing);
      return rank === "host" || rank === "cohost";
    },
  };
}
