// What a host link gave goes with the host: neither the browser nor the link lets them act as one again.
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import type { Caller } from "./caller";
import { hashOf, newHostKey } from "./secrets";

interface Taker {
  caller: Caller;
  seat: StoredSeat | undefined;
  /** They act by the host key itself. */
  hasHostKey: boolean;
}

/**
 * For somebody whom another host removes, or makes less than host. A key they may have is worth nothing any
 * more, for other hosts nothing changes. The browser that made the meeting keeps everything. Returns whether
 * there was anything to take.
 */
export async function takeHostBack(
  { store, log }: Services,
  meeting: StoredMeeting,
  { identity, ownerHash }: StoredSeat,
  { caller, seat, hasHostKey }: Taker,
): Promise<boolean> {
  const ownHash = caller.ownerSecret === undefined ? seat?.ownerHash : hashOf(caller.ownerSecret);
  // One's own second seat in the same browser is not another host.
  if (ownerHash !== null && (ownerHash === ownHash || ownerHash === seat?.ownerHash)) return false;
  // A program would be left with a key that is dead, and no way to the next one.
  const nextKeyHash = hasHostKey ? undefined : hashOf(newHostKey());
  const isTaken = await store.meetings.takeBack(meeting.id, identity, nextKeyHash);
  if (isTaken) {
    const about = { meeting_id: meeting.id, identity };
    log.info({ event: "host-taken-back", ...about }, "took back what a host link gave");
  }
  return isTaken;
}
