// What a failed join means for the person: the page it ends on, or what the form has to say.
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import type { MeetingEnd } from "./call-phase";

export type JoinNoticeReason =
  | "locked"
  | "rate-limited"
  | "media-unavailable"
  | "store-unavailable"
  | "server-error"
  | "offline"
  | "no-answer"
  | "not-loaded"
  | "refused";

export interface JoinNotice {
  reason: JoinNoticeReason;
  /** What the server said, where no sentence of ours fits. */
  detail?: string | undefined;
  /** For whoever runs the service. */
  requestId?: string | undefined;
  /** After how many seconds it is tried again by itself. */
  retryIn?: number | undefined;
}

export type JoinFailure =
  | { leadsTo: "form"; notice: JoinNotice }
  | { leadsTo: "name"; detail: string }
  | { leadsTo: "passcode" }
  | { leadsTo: "end"; end: MeetingEnd };

const longestWait = 60;
const askAgainAfter = 60;

/** The server's wish, else longer each time. */
function waitFor(wish: number | undefined, attempt: number): number {
  return Math.min(longestWait, Math.ceil(Math.max(wish ?? 0, 4 * 2 ** Math.min(attempt, 3))));
}

/** Reads a failure of join; `attempt` counts the tries before this one. */
export function joinFailureOf(error: unknown, attempt: number): JoinFailure {
  if (error instanceof ApiProblem) return ofProblem(error, attempt);
  if (error instanceof Unreachable) {
    const { requestId } = error;
    return error.reason === "offline"
      ? { leadsTo: "form", notice: { reason: "offline" } }
      : {
          leadsTo: "form",
          notice: { reason: "no-answer", requestId, retryIn: waitFor(undefined, attempt) },
        };
  }
  // What is left is a part of the page that did not arrive: a new version is out, or the line is.
  return { leadsTo: "form", notice: { reason: "not-loaded" } };
}

function ofProblem({ problem, retryAfter }: ApiProblem, attempt: number): JoinFailure {
  const requestId = problem.request_id;
  const later = { requestId, retryIn: waitFor(retryAfter, attempt) };
  switch (problem.code) {
    case "removed":
      return { leadsTo: "end", end: { reason: "removed", detail: problem.detail } };
    case "meeting-deleted":
      return { leadsTo: "end", end: { reason: "meeting-deleted" } };
    case "meeting-not-found":
      return { leadsTo: "end", end: { reason: "not-found" } };
    case "meeting-full":
      return { leadsTo: "end", end: { reason: "full" } };
    case "meeting-locked":
      return { leadsTo: "form", notice: { reason: "locked" } };
    case "denied":
      return {
        leadsTo: "end",
        end: { reason: "denied", askAgainIn: Math.ceil(retryAfter ?? askAgainAfter) },
      };
    case "wrong-passcode":
      return { leadsTo: "passcode" };
    case "rate-limited":
      return { leadsTo: "form", notice: { reason: "rate-limited", ...later } };
    case "media-unavailable":
      return { leadsTo: "form", notice: { reason: "media-unavailable", ...later } };
    case "store-unavailable":
      return { leadsTo: "form", notice: { reason: "store-unavailable", ...later } };
    case "internal-error":
      return { leadsTo: "form", notice: { reason: "server-error", requestId } };
    case "invalid-request": {
      const name = problem.errors?.find(({ pointer }) => pointer === "/participant_name");
      if (name) return { leadsTo: "name", detail: name.detail };
      break;
    }
  }
  return {
    leadsTo: "form",
    notice: { reason: "refused", detail: problem.detail, requestId },
  };
}
