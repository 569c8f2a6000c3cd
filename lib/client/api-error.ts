// The two ways a request to our API fails. Apart from api.ts, so that a page can tell them apart
// without carrying the schemas.
import type { Problem } from "@/lib/contract/problem";

/** The server answered, and said no. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly problem: Problem;
  /** After how many seconds the server says to ask again. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter: number | undefined) {
    super(problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/**
 * No answer of ours came: the browser is offline, the server did not answer (in time), or something
 * in between answered in its place.
 */
export class Unreachable extends Error {
  override name = "Unreachable";
  readonly reason: "offline" | "timeout" | "network" | "strange-answer";
  readonly requestId: string;

  constructor(reason: Unreachable["reason"], requestId: string, cause?: unknown) {
    super(`No answer: ${reason}`, { cause });
    this.reason = reason;
    this.requestId = requestId;
  }
}
