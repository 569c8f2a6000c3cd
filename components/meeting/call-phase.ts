// Where a person stands with a meeting, from opening the link to the page after it. What cannot be
// together is not sayable: nobody is joining and in the call at once.
import type { CallEnd, CallMedia } from "@/components/call/entry";
import type { OtherTab } from "@/lib/client/tab-presence";
import type { JoinedMeeting } from "@/lib/contract/join";
import type { JoinFailure, JoinNotice } from "./join-failure";

/** Who this tab comes in as: who this browser is in the meeting, or somebody new beside that. */
export type SeatChoice = "own" | "someone-else";

/** Every way it ends: as the call says it, or because the meeting is not there. */
export type MeetingEnd = CallEnd | { reason: "not-found" };

export type CallPhase =
  /** The first moments: nobody knows yet whether this tab was in the call, or another one is. */
  | { at: "arriving"; isReturning?: boolean }
  | { at: "pre-join"; seat: SeatChoice; notice?: JoinNotice; nameError?: string }
  | { at: "second-tab"; other: OtherTab }
  /** `isStraight`: without the pre-join page, after a reload or from another tab. */
  | { at: "joining"; seat: SeatChoice; isStraight: boolean }
  | { at: "in-call"; joined: JoinedMeeting; media: CallMedia }
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
  | { type: "join-failed"; failure: JoinFailure }
  | { type: "name-refused"; detail: string }
  | { type: "taken-over" }
  | { type: "call-ended"; end: CallEnd }
  | { type: "came-back" };

/** The next phase. An event that comes too late for the phase it was meant for changes nothing. */
export function reduceCallPhase(phase: CallPhase, event: CallEvent): CallPhase {
  switch (event.type) {
    case "marker-found":
      return phase.at === "arriving" ? { at: "arriving", isReturning: true } : phase;
    case "arrived":
      return phase.at === "arriving" ? { at: "pre-join", seat: "own" } : phase;
    case "second-tab-found":
      return phase.at === "arriving" || (phase.at === "pre-join" && phase.seat === "own")
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
      return phase.at === "joining"
        ? { at: "in-call", joined: event.joined, media: event.media }
        : phase;
    case "join-failed":
      return phase.at === "joining" ? afterFailure(phase.seat, event.failure) : phase;
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

function seatOf(phase: { at: "arriving" } | { at: "pre-join"; seat: SeatChoice }): SeatChoice {
  return phase.at === "pre-join" ? phase.seat : "own";
}

function afterFailure(seat: SeatChoice, failure: JoinFailure): CallPhase {
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
