// Joining as the browser does it: with the seat this tab has, or a new one.
import { ApiProblem } from "@/lib/client/api-error";
import { forgetSeat, keepSeat, type Seat, seatOf } from "@/lib/client/seats";
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import type { SeatChoice } from "./call-phase";

/** A seat keeps its name: who types another one is to be called that, and so takes a seat of their own. */
const isNamed = (seat: Seat, name: string | undefined) =>
  name === undefined || seat.name === undefined || seat.name === name.normalize("NFC");

interface Comer {
  choice: SeatChoice;
  /** As it was typed just now. */
  typedName?: string | undefined;
  passcode?: string | undefined;
  /** For a new seat, where the one there was is no longer known. */
  knownName?: string | undefined;
}

/** Whether there is no place yet. */
export const isWaiting = (
  answer: JoinedMeeting | Arrival | WaitingToJoin,
): answer is WaitingToJoin => "status" in answer;

/** Somebody who has a place; `isNew`: for the first time. */
export interface Arrival {
  joined: JoinedMeeting;
  isNew: boolean;
}

/**
 * Takes a place in the meeting, or begins to wait for one, and keeps its seat. Without any name only a
 * seat lets one in. A seat the server no longer knows is forgotten, and a new one taken. Throws
 * `ApiProblem`, `Unreachable`, or what a failed `import()` throws.
 */
export async function takeSeat(
  meetingId: string,
  { choice, typedName, passcode, knownName }: Comer,
): Promise<Arrival | WaitingToJoin> {
  // The schemas come with it: fetched while the name is typed, not before the field can be used.
  const { joinMeeting } = await import("@/lib/client/api");
  const own = choice === "own" ? seatOf(meetingId) : undefined;
  const seat = own && isNamed(own, typedName) ? own : undefined;
  const name = typedName ?? seat?.name ?? knownName;
  const bodyWith = (participantName: string | undefined) => ({
    ...(participantName === undefined ? {} : { participant_name: participantName }),
    ...(passcode === undefined || passcode === "" ? {} : { passcode }),
  });
  let answer: JoinedMeeting | WaitingToJoin;
  try {
    // A seat has its name. Who comes back by themselves sends none: so a host who was put out is told of it,
    // and comes in anew only where they join again by hand.
    answer = await joinMeeting(meetingId, bodyWith(seat ? typedName : name), {
      seatToken: seat?.token,
    });
  } catch (error) {
    const isUnknownSeat = error instanceof ApiProblem && error.problem.code === "unauthenticated";
    if (!seat || !isUnknownSeat) throw error;
    forgetSeat(meetingId, seat.token);
    if (name === undefined) throw error;
    answer = await joinMeeting(meetingId, bodyWith(name));
  }
  const isSame = seat?.identity === answer.participant_identity;
  const hasBeenInside = isSame && seat.isWaiting !== true;
  keepSeat(
    meetingId,
    {
      token: answer.seat_token,
      identity: answer.participant_identity,
      name: answer.participant_name,
      ...(isWaiting(answer) && !hasBeenInside ? { isWaiting: true } : {}),
    },
    { thisTabOnly: choice === "someone-else" },
  );
  return isWaiting(answer) ? answer : { joined: answer, isNew: !hasBeenInside };
}
