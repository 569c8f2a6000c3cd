import { z } from "zod";
import { paths } from "@/lib/contract/paths";
import { type Problem, type ProblemCode, problems } from "@/lib/contract/problem";
import { EnvProblem } from "@/lib/server/env";
import { Failure, type FailureOptions } from "@/lib/server/failure";
import type { Log } from "@/lib/server/log";

/** Seconds after which it makes sense to try again, where the failure itself does not say. */
const retryAfter: Partial<Record<ProblemCode, number>> = {
  denied: 60,
  "idempotency-in-progress": 1,
  "rate-limited": 60,
  "media-unavailable": 2,
  "store-unavailable": 2,
};

/** A path inside a body as a JSON pointer (RFC 6901). */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** What a schema found, one entry a field. */
function fieldErrors(error: z.ZodError): NonNullable<Problem["errors"]> {
  const details = new Map<string, string>();
  const add = (path: readonly PropertyKey[], detail: string) => {
    const pointer = jsonPointer(path);
    if (!details.has(pointer)) details.set(pointer, detail);
  };
  for (const issue of error.issues) {
    if (issue.code !== "unrecognized_keys") add(issue.path, issue.message);
    else {
      // The schema's own words, where it has some, say more than that the field is not known.
      const own = issue.message.startsWith("Unrecognized key") ? undefined : issue.message;
      for (const key of issue.keys) add([...issue.path, key], own ?? "This field is not known.");
    }
  }
  return [...details].map(([pointer, detail]) => ({ pointer, detail }));
}

/** What was thrown, as one of the failures of the API. What nobody foresaw goes to the log alone. */
function foreseen(error: unknown, log: Log): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof z.ZodError) {
    return new Failure("invalid-request", { errors: fieldErrors(error) });
  }
  if (error instanceof EnvProblem) log.error({ problems: error.sentences }, "not configured");
  else log.error({ err: error }, "a request failed in a way that nobody foresaw");
  return new Failure("internal-error");
}

function headersFor(code: ProblemCode, { allow, retryAfter: after }: FailureOptions): Headers {
  const headers = new Headers({ "Content-Type": "application/problem+json" });
  const seconds = after ?? retryAfter[code];
  if (seconds !== undefined) headers.set("Retry-After", String(seconds));
  if (allow) headers.set("Allow", allow.join(", "));
  if (code === "unauthenticated") headers.set("WWW-Authenticate", "Bearer");
  return headers;
}

/** The one place that makes an answer of what was thrown. */
export function problemResponse(
  error: unknown,
  { requestId, log, frontendUrl = "" }: { requestId: string; log: Log; frontendUrl?: string },
): Response {
  const { code, message, options } = foreseen(error, log);
  const { status, title } = problems[code];
  if (status >= 500 && options.cause !== undefined) {
    log.warn({ err: options.cause, code }, "a part of the service cannot be reached");
  }
  const body: Problem = {
    type: `${frontendUrl}${paths.problem(code)}`,
    title,
    status,
    detail: message === code ? title : message,
    code,
    request_id: requestId,
    ...(options.errors ? { errors: options.errors } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: headersFor(code, options) });
}
