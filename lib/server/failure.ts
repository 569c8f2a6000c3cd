import type { Problem, ProblemCode } from "@/lib/contract/problem";

export interface FailureOptions {
  /** What happened this time, for a person; the code's title where it says enough. */
  detail?: string;
  /** One entry a field, for `invalid-request`. */
  errors?: Problem["errors"];
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** The methods that an address does take, for `method-not-allowed`. */
  allow?: readonly string[];
  /** What the log should know and the caller should not. */
  cause?: unknown;
}

const brand = Symbol.for("meetings.failure");

/** A failure that the API foresees. Everything else that is thrown answers 500 and shows nothing. */
export class Failure extends Error {
  readonly code: ProblemCode;
  readonly options: FailureOptions;
  readonly [brand] = true;

  /**
   * Next bundles instrumentation and routes apart, so that this class exists more than once in a process
   * while its instances travel between them by the shared services: the brand tells, not the prototype.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }

  constructor(code: ProblemCode, options: FailureOptions = {}) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = "Failure";
    this.code = code;
    this.options = options;
  }
}
