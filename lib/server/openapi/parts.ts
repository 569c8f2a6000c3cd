// What the entries of the document are made of.
import { z } from "zod";
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from "zod-openapi";
import { SpokenMeetingId } from "@/lib/contract/meeting-id";
import { MessageId } from "@/lib/contract/message";
import { Problem, type ProblemCode, problems } from "@/lib/contract/problem";
import { examples, problemExample } from "./examples";

const RequestId = z
  .string()
  .meta({ description: "Stands in the server's log with everything about this request." });

export const json = (schema: z.ZodType) => {
  const example = examples.get(schema);
  return { "application/json": { schema, ...(example === undefined ? {} : { example }) } };
};

export const answerHeaders = z.object({
  "X-Request-Id": RequestId,
  "RateLimit-Policy": z
    .string()
    .optional()
    .meta({ description: "The limits this was counted against.", example: '"join";q=600;w=60' }),
  RateLimit: z
    .string()
    .optional()
    .meta({ description: "What is left of them, and for how long.", example: '"join";r=599;t=42' }),
});

export function answer(
  description: string,
  schema: z.ZodType,
  headers: z.ZodRawShape = {},
): ZodOpenApiResponseObject {
  return { description, headers: answerHeaders.extend(headers), content: json(schema) };
}

/** Headers that come with some problems. */
const headersOf: Partial<Record<number, z.ZodRawShape>> = {
  401: { "WWW-Authenticate": z.string() },
  409: {
    "Retry-After": z
      .string()
      .optional()
      .meta({ description: "Seconds, while the first one runs." }),
  },
  405: { Allow: z.string().meta({ description: "What the address does take." }) },
  429: { "Retry-After": z.string().meta({ description: "Seconds." }) },
  503: { "Retry-After": z.string().meta({ description: "Seconds." }) },
};

/** One entry a status, with all of its codes. */
export function problemAnswers(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses: Record<string, ZodOpenApiResponseObject> = {};
  for (const [status, some] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[status] = {
      description: some.map((code) => `\`${code}\`: ${problems[code].title}`).join(" "),
      headers: answerHeaders.extend(headersOf[status] ?? {}),
      content: {
        "application/problem+json": {
          schema: Problem,
          examples: Object.fromEntries(some.map((code) => [code, { value: problemExample(code) }])),
        },
      },
    };
  }
  return responses;
}

/** What can go wrong here, and wherever somebody may send an address and a credential. */
export function refusals(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  return problemAnswers([...codes, "malformed-url", "unauthenticated", "internal-error"]);
}

export const IdempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .regex(/^[!-~]{1,255}$/)
    .optional()
    .meta({
      description:
        "For 24 hours the same key with the same body gets the first answer again, host key and cookie " +
        "included. Without an API key 22 random characters or more.",
      example: "8e03978e-40d5-43e8-bc93-6894a57f9324",
    }),
});

export const ofMeeting = { path: z.object({ meeting_id: SpokenMeetingId }) };
export const ofParticipant = {
  path: z.object({
    meeting_id: SpokenMeetingId,
    identity: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .meta({ example: "p_0123456789abcdef0123456789abcdef" }),
  }),
};
export const ofMessage = {
  path: z.object({ meeting_id: SpokenMeetingId, message_id: MessageId }),
};
export const bodyProblems: ProblemCode[] = [
  "malformed-json",
  "body-too-large",
  "unsupported-media-type",
  "invalid-request",
];
export const meetingProblems: ProblemCode[] = [
  "invalid-request",
  "meeting-not-found",
  "meeting-deleted",
  "rate-limited",
  "store-unavailable",
];

/** Of a host's act that is kept in the store and then done on LiveKit. */
export function actRefusals(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  const all = new Set([...codes, ...meetingProblems]);
  return refusals(...all, "forbidden", "cross-origin", "media-unavailable");
}

export const nobody: Security = [{}];
type Security = NonNullable<ZodOpenApiOperationObject["security"]>;

/** Whoever belongs to the meeting, in whatever way; what each of them may is the operation's. */
export const insiders: Security = [
  { seatToken: [] },
  { hostKey: [] },
  { owner: [] },
  { apiKey: [] },
];
export const optionalSeat: Security = [{}, ...insiders];
