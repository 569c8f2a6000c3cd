// Where a person stands with a meeting, from opening the link to the page after it. What cannot be
// together is not sayable: nobody is joining and in the call at once.
import type { CallEnd, CallMedia } from "@/components/call/entry";
import type { OtherTab } from "@/lib/client/tab-presence";
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import type { JoinFailure, JoinNotice } from "./join-failure";

/** Who this tab comes in as: who this browser is in the meeting, or somebody new beside that. */
export type SeatChoice = "own" | "someone-else";

/** Every way it ends: as the call says it, or because one does not get in. */
export type MeetingEnd =
  | Exclude<CallEnd, { reason: "waiting" }>
  | { reason: "not-found" }
  /** A host said no; after so many seconds one may ask again. */
  | { reason: "denied"; askAgainIn: number };

export type CallPhase =
  /** The first moments: nobody knows yet whether this tab was in the call, or another one is. */
  | { at: "arriving"; isReturning?: boolean }
  | {
      at: "pre-join";
      seat: SeatChoice;
      notice?: JoinNotice;
      nameError?: string;
      passcodeError?: string;
    }
  | { at: "second-tab"; other: OtherTab }
  /** `isStraight`: without the pre-join page, after a reload or from another tab. */
  | { at: "joining"; seat: SeatChoice; isStraight: boolean }
  /** Asked to be let in; `since` is by this browser's own clock (ms). */
  | { at: "waiting"; seat: SeatChoice; waiting: WaitingToJoin; since: number }
  | { at: "in-call"; joined: JoinedMeeting; media: CallMedia; hasWaited: boolean }
  | { at: "ended"; end: MeetingEnd };

export type CallEvent =
  /** This tab was in the call before it was loaded again. */
  | { type: "marker-found" }
  | { type: "arrived" }
  | { type: "second-tab-found"; other: OtherTab }
  | { type: "second-tab-gone" }
  | { type: "someone-else-chosen" }
  | { type: "join-started"; seat: SeatChoice; isStraight: boolean }
  | { type: "joined"; joined: JoinedMeeting; media: CallMedia }
  | { type: "told-to-wait"; waiting: WaitingToJoin; since: number }
  | { type: "wait-left" }
  | { type: "join-failed"; failure: Exclude<JoinFailure, { leadsTo: "passcode" }> }
  | { type: "name-refused"; detail: string }
  | { type: "passcode-refused"; detail: string }
  | { type: "taken-over" }
  | { type: "call-ended"; end: MeetingEnd }
  | { type: "came-back" };

/** The next phase. An event that comes too late for the phase it was meant for changes nothing. */
export function reduceCallPhase(phase: CallPhase, event: CallEvent): CallPhase {
  switch (event.type) {
    case "marker-found":
      return phase.at === "arriving" ? { at: "arriving", isReturning: true } : phase;
    case "arrived":
      return phase.at === "arriving" ? { at: "pre-join", seat: "own" } : phase;
    case "second-tab-found":
      return phase.at === "arriving" || (isBeforeTheCall(phase) && phase.seat === "own")
        ? { at: "second-tab", other: event.other }
        : phase;
    case "second-tab-gone":
      return phase.at === "second-tab" ? { at: "pre-join", seat: "own" } : phase;
    case "someone-else-chosen":
      return phase.at === "second-tab" ? { at: "pre-join", seat: "someone-else" } : phase;
    case "join-started":
      return phase.at === "in-call" || phase.at === "joining"
        ? phase
        : { at: "joining", seat: event.seat, isStraight: event.isStraight };
    case "joined":
      return phase.at === "joining" || phase.at === "waiting"
        ? {
            at: "in-call",
            joined: event.joined,
            media: event.media,
            hasWaited: phase.at === "waiting",
          }
        : phase;
    case "told-to-wait":
      return toWait(phase, event);
    case "wait-left":
      return phase.at === "waiting" ? { at: "pre-join", seat: phase.seat } : phase;
    case "join-failed":
      return phase.at === "joining" || phase.at === "waiting"
        ? afterFailure(phase.seat, event.failure)
        : phase;
    case "passcode-refused":
      return phase.at === "joining" || phase.at === "waiting"
        ? { at: "pre-join", seat: phase.seat, passcodeError: event.detail }
        : phase;
    case "name-refused":
      return phase.at === "pre-join" || phase.at === "arriving"
        ? { at: "pre-join", seat: seatOf(phase), nameError: event.detail }
        : phase;
    case "taken-over":
      return phase.at === "in-call" ? { at: "ended", end: { reason: "joined-elsewhere" } } : phase;
    case "call-ended":
      return phase.at === "in-call" ? { at: "ended", end: event.end } : phase;
    case "came-back":
      return phase.at === "ended" ? { at: "pre-join", seat: "own" } : phase;
    default:
      return event satisfies never;
  }
}

const isBeforeTheCall = (
  phase: CallPhase,
): phase is Extract<CallPhase, { at: "pre-join" | "waiting" }> =>
  phase.at === "pre-join" || phase.at === "waiting";

/** From the form, from the wait itself (for something else now), or out of a call without a host. */
function toWait(
  phase: CallPhase,
  { waiting, since }: { waiting: WaitingToJoin; since: number },
): CallPhase {
  switch (phase.at) {
    case "joining":
      return { at: "waiting", seat: phase.seat, waiting, since };
    case "waiting":
      return { ...phase, waiting };
    case "in-call":
      return { at: "waiting", seat: "own", waiting, since };
    default:
      return phase;
  }
}

function seatOf(phase: { at: "arriving" } | { at: "pre-join"; seat: SeatChoice }): SeatChoice {
  return phase.at === "pre-join" ? phase.seat : "own";
}

function afterFailure(
  seat: SeatChoice,
  failure: Exclude<JoinFailure, { leadsTo: "passcode" }>,
): CallPhase {
  switch (failure.leadsTo) {
    case "end":
      return { at: "ended", end: failure.end };
    case "name":
      return { at: "pre-join", seat, nameError: failure.detail };
    case "form":
      return { at: "pre-join", seat, notice: failure.notice };
    default:
      return failure satisfies never;
  }
}
