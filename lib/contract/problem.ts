import { z } from "zod";

/** Every way the API says no: the code callers may rely on, its status, and a title for people. */
export const problems = {
  "malformed-json": { status: 400, title: "The body is not valid JSON." },
  "malformed-url": { status: 400, title: "The address cannot be decoded." },
  unauthenticated: { status: 401, title: "This needs a valid credential." },
  forbidden: { status: 403, title: "You may not do this." },
  "cross-origin": { status: 403, title: "This request came from another site." },
  "wrong-passcode": { status: 403, title: "The passcode is not right." },
  "meeting-locked": { status: 403, title: "The meeting is locked." },
  denied: { status: 403, title: "A host did not let you in." },
  removed: { status: 403, title: "A host removed you from this meeting." },
  "not-found": { status: 404, title: "There is nothing at this address." },
  "meeting-not-found": { status: 404, title: "There is no meeting with this id." },
  "participant-not-found": { status: 404, title: "There is no such participant." },
  "message-not-found": { status: 404, title: "There is no such message." },
  "method-not-allowed": { status: 405, title: "This address does not take that method." },
  "meeting-full": { status: 409, title: "The meeting is full." },
  "last-host": { status: 409, title: "A meeting needs at least one host." },
  "idempotency-in-progress": {
    status: 409,
    title: "The first request with this key is still running.",
  },
  "meeting-deleted": { status: 410, title: "This meeting was deleted." },
  "body-too-large": { status: 413, title: "The body is larger than 64 KB." },
  "unsupported-media-type": { status: 415, title: "The body has to be application/json." },
  "invalid-request": { status: 422, title: "Something in the request is not as it has to be." },
  "idempotency-mismatch": { status: 422, title: "This key was used with another body." },
  "rate-limited": { status: 429, title: "Too many requests." },
  "internal-error": { status: 500, title: "Something went wrong here." },
  "media-unavailable": { status: 503, title: "The media server cannot be reached." },
  "store-unavailable": { status: 503, title: "The store cannot be reached." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export const ProblemCode = z.enum(Object.keys(problems)).refine(isProblemCode);

/** Whether a text is one of the codes. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problems, text);
}

/** An error as the API answers it: RFC 9457, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string().describe("A page that explains this problem."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What happened this time, for a person."),
    code: z
      .string()
      .describe("What programs should look at.")
      .meta({ example: "meeting-not-found" }),
    request_id: z
      .string()
      .describe("Stands in the server's log with everything about this request."),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe("The field, as a JSON pointer.").meta({ example: "/title" }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
