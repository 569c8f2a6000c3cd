// Who gets in at once, who waits, and who does not get in: rules alone, nothing is written here.
import type { WaitingToJoin } from "@/lib/contract/join";
import { Failure } from "@/lib/server/failure";
import type { LiveParticipant } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Rank } from "./caller";

/** How long somebody who was denied waits before asking again. */
const deniedForMs = 60_000;

export type Admission = "in" | WaitingToJoin["status"];

interface Asking {
  meeting: StoredMeeting;
  rank: Rank;
  /** The seat that comes back; undefined for somebody new. */
  seat: StoredSeat | undefined;
  isPasscodeRight: boolean;
  /** Who is connected; asked only where it matters. */
  inside(): Promise<readonly LiveParticipant[]>;
  /** Whether the meeting runs, or did a moment ago; asked only where it matters. */
  goesOn(): Promise<boolean>;
  now: Date;
}

/** A seat that was put out is refused, whatever else it has. Throws `removed`, with who did it. */
export function refuseRemoved(seat: StoredSeat | undefined): void {
  if (!seat?.removedAt) return;
  throw new Failure("removed", {
    detail: `${seat.removedBy ?? "A host"} removed you from this meeting.`,
  });
}

/**
 * Whether somebody is let in or has to wait. Throws `removed`, `meeting-locked`, `wrong-passcode` or
 * `denied`. Whoever was let in once is taken back; hosts and cohosts pass everything. A host's arrival
 * opens no lobby.
 */
export async function admit(asking: Asking): Promise<Admission> {
  const { meeting, rank, seat } = asking;
  refuseRemoved(seat);
  if (rank === "host" || rank === "cohost") return "in";
  const { settings } = meeting;
  const wasIn = seat?.status === "in";
  if (!wasIn) refuseNewcomer(asking);
  if (settings.wait_for_host && !(await mayBeWithoutHost(asking, wasIn))) return "waiting-for-host";
  if (settings.lobby && !wasIn) return "waiting-for-admission";
  return "in";
}

function refuseNewcomer({ meeting: { settings }, seat, isPasscodeRight, now }: Asking): void {
  if (seat?.status === "denied") {
    // First of all: nothing that they could type makes a host's answer another one.
    const waitMs = Date.parse(seat.deniedAt ?? seat.createdAt) + deniedForMs - now.getTime();
    if (waitMs > 0) throw new Failure("denied", { retryAfter: Math.ceil(waitMs / 1000) });
  }
  if (settings.locked) {
    throw new Failure("meeting-locked", { detail: "The meeting is locked: nobody new is let in." });
  }
  // Whoever has a seat waited for it, with the passcode given: a new passcode ends all such seats.
  if (!seat && !isPasscodeRight) throw new Failure("wrong-passcode");
}

/**
 * When the host is away the meeting goes on for those who are in it: over a reload, and when all of them
 * come to another room because a host moved the meeting, or LiveKit started again.
 */
async function mayBeWithoutHost({ inside, goesOn }: Asking, wasIn: boolean): Promise<boolean> {
  const people = await inside();
  if (people.some(({ role }) => role !== "participant")) return true;
  return wasIn && (people.length > 0 || (await goesOn()));
}
