// The API as a document, made of the same schemas that the routes parse with.
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { Liveness, Readiness } from "@/lib/contract/health";
import { JoinedMeeting, JoinRequest, WaitingToJoin } from "@/lib/contract/join";
import {
  BecomeHostRequest,
  CreatedMeeting,
  CreateMeetingRequest,
  HostedMeeting,
  HostKey,
  MeetingExists,
  MeetingInfo,
  MeetingList,
  UpdateMeetingRequest,
} from "@/lib/contract/meeting";
import { MeetingId, SpokenMeetingId } from "@/lib/contract/meeting-id";
import {
  EditMessageRequest,
  Message,
  MessageId,
  MessageList,
  PostMessageRequest,
} from "@/lib/contract/message";
import {
  DecideRequest,
  KnockList,
  MuteAllRequest,
  ParticipantList,
  SeatView,
  UpdateParticipantRequest,
} from "@/lib/contract/participant";
import { Problem, type ProblemCode, problems } from "@/lib/contract/problem";
import { MeetingReport } from "@/lib/contract/report";
import { icsOf } from "@/lib/server/http/calendar-response";
import { MessagesQuery, PageQuery } from "@/lib/server/http/read-page";
import { csvOf, ReportQuery } from "@/lib/server/http/report-response";

const RequestId = z
  .string()
  .meta({ description: "Stands in the server's log with everything about this request." });

const json = (schema: z.ZodType) => ({ "application/json": { schema } });

const answerHeaders = z.object({
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

function answer(
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
function problemAnswers(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject {
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
      content: { "application/problem+json": { schema: Problem } },
    };
  }
  return responses;
}

/** What can go wrong here, and wherever somebody may send an address and a credential. */
function refusals(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  return problemAnswers([...codes, "malformed-url", "unauthenticated", "internal-error"]);
}

const IdempotencyHeader = z.object({
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

const ofMeeting = { path: z.object({ meeting_id: SpokenMeetingId }) };
const ofParticipant = {
  path: z.object({
    meeting_id: SpokenMeetingId,
    identity: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .meta({ example: "p_0123456789abcdef0123456789abcdef" }),
  }),
};
const ofMessage = {
  path: z.object({ meeting_id: SpokenMeetingId, message_id: MessageId }),
};
const bodyProblems: ProblemCode[] = [
  "malformed-json",
  "body-too-large",
  "unsupported-media-type",
  "invalid-request",
];
const meetingProblems: ProblemCode[] = [
  "invalid-request",
  "meeting-not-found",
  "meeting-deleted",
  "rate-limited",
  "store-unavailable",
];

/** Of a host's act that is kept in the store and then done on LiveKit. */
function actRefusals(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  const all = new Set([...codes, ...meetingProblems]);
  return refusals(...all, "forbidden", "cross-origin", "media-unavailable");
}

const nobody: ZodOpenApiOperationObject["security"] = [{}];
const optionalSeat: ZodOpenApiOperationObject["security"] = [
  {},
  { seatToken: [] },
  { hostKey: [] },
  { owner: [] },
];
const host: ZodOpenApiOperationObject["security"] = [
  { hostKey: [] },
  { owner: [] },
  { seatToken: [] },
];

const insiders: ZodOpenApiOperationObject["security"] = [
  { seatToken: [] },
  { hostKey: [] },
  { owner: [] },
  { apiKey: [] },
];

const csvExample = csvOf({
  meeting_id: MeetingId.parse("abc-defg-hij"),
  title: null,
  created_at: "2026-11-23T10:00:00.000Z",
  scheduled_at: null,
  generated_at: "2026-11-23T11:00:00.000Z",
  kept_until: "2027-02-21T11:00:00.000Z",
  sessions: [
    {
      started_at: "2026-11-23T10:00:00.000Z",
      ended_at: "2026-11-23T10:30:00.000Z",
      total_seconds: 1800,
      attendance: [
        {
          identity: "p_0123456789abcdef0123456789abcdef",
          name: "Ada",
          role: "host",
          joined_at: "2026-11-23T10:00:00.000Z",
          left_at: "2026-11-23T10:30:00.000Z",
          total_seconds: 1800,
          stays: [],
        },
      ],
    },
  ],
  messages: [],
});

const icsExample = icsOf({
  meetingId: MeetingId.parse("abc-defg-hij"),
  title: "Design review",
  url: "https://meet.example.org/meeting/abc-defg-hij",
  startsAt: "2026-11-23T10:00:00.000Z",
  revision: 1,
  generatedAt: "2026-11-20T10:00:00.000Z",
});

/** Every address under /api, as the document and its test see it. */
export const apiPaths: ZodOpenApiPathsObject = {
  "/api/v1/meetings/create": {
    post: {
      operationId: "createMeeting",
      tags: ["meetings"],
      summary: "Make a meeting",
      description:
        "Makes the meeting and its room on LiveKit. A browser becomes its owner by a cookie; everybody " +
        "else keeps the host key, which is shown this once. A body that is left out counts as `{}`.",
      security: [{}, { owner: [] }, { apiKey: [] }],
      requestParams: { header: IdempotencyHeader },
      requestBody: { required: false, content: json(CreateMeetingRequest) },
      responses: {
        201: answer("The meeting.", CreatedMeeting, {
          Location: z.string().meta({ description: "The meeting's page." }),
          "Set-Cookie": z.string().optional().meta({ description: "A browser's owner cookie." }),
        }),
        ...refusals(
          ...bodyProblems,
          "cross-origin",
          "idempotency-mismatch",
          "idempotency-in-progress",
          "rate-limited",
          "media-unavailable",
          "store-unavailable",
        ),
      },
    },
  },
  "/api/v1/meetings": {
    get: {
      operationId: "listMeetings",
      tags: ["meetings"],
      summary: "The meetings this browser made, or all of them",
      description: "Newest first: those of the owner cookie, or with an API key every meeting.",
      security: [{ owner: [] }, { apiKey: [] }],
      requestParams: { query: PageQuery },
      responses: {
        200: answer("A page of them.", MeetingList, {
          "Set-Cookie": z
            .string()
            .optional()
            .meta({ description: "The owner cookie, for longer." }),
        }),
        ...refusals("invalid-request", "forbidden", "rate-limited", "store-unavailable"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}": {
    get: {
      operationId: "getHostedMeeting",
      tags: ["hosts"],
      summary: "A meeting as its hosts know it",
      description: "Hosts and cohosts: with the passcode, for invitations.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        200: answer("The meeting.", HostedMeeting),
        ...refusals(...meetingProblems, "forbidden"),
      },
    },
    patch: {
      operationId: "updateMeeting",
      tags: ["meetings"],
      summary: "Change a meeting",
      description:
        "Hosts and cohosts. What is named is changed, the rest stays. Everybody inside sees it at once, and " +
        "LiveKit's permissions follow. 503 `media-unavailable`: it is kept, and reaches those inside when " +
        "LiveKit can be reached.",
      security: host,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(UpdateMeetingRequest) },
      responses: {
        200: answer("The meeting as it is now.", HostedMeeting),
        ...actRefusals(...bodyProblems),
      },
    },
    delete: {
      operationId: "deleteMeeting",
      tags: ["meetings"],
      summary: "Delete a meeting for good",
      description:
        "Hosts only. Everybody is disconnected; the id answers 410 from then on, and no token given " +
        "before opens the room again. It holds at once, also while LiveKit cannot be reached.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        204: { description: "It is gone.", headers: answerHeaders },
        ...refusals(...meetingProblems, "forbidden", "cross-origin"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/join": {
    post: {
      operationId: "joinMeeting",
      tags: ["meetings"],
      summary: "Take a place in a meeting",
      description:
        "Gives a LiveKit token and the seat to come back to. It is a LiveKit standard token endpoint " +
        "(`TokenSource.endpoint`; an SDK takes 202 for an answer without an address: ask again later). " +
        "With a seat token it is the same place as before: same identity, name and role. The room is made " +
        "again where LiveKit does not have it any more.",
      security: optionalSeat,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(JoinRequest) },
      responses: {
        201: answer("The place.", JoinedMeeting),
        202: answer(
          "No place yet: a host has to come, or to let the caller in. Join again with the seat token.",
          WaitingToJoin,
          { "Retry-After": z.string().meta({ description: "Seconds." }) },
        ),
        ...refusals(
          ...new Set([...bodyProblems, ...meetingProblems]),
          "forbidden",
          "cross-origin",
          "wrong-passcode",
          "meeting-locked",
          "denied",
          "removed",
          "meeting-full",
          "media-unavailable",
        ),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/info": {
    get: {
      operationId: "getMeeting",
      tags: ["meetings"],
      summary: "What is known of a meeting",
      description: "The number of people inside is at most a second old.",
      security: optionalSeat,
      requestParams: ofMeeting,
      responses: { 200: answer("The meeting.", MeetingInfo), ...refusals(...meetingProblems) },
    },
  },
  "/api/v1/meetings/{meeting_id}/exists": {
    get: {
      operationId: "meetingExists",
      tags: ["meetings"],
      summary: "Whether there is such a meeting",
      description: "`false` for ids that never were, and for deleted meetings.",
      security: optionalSeat,
      requestParams: ofMeeting,
      responses: {
        200: answer("Whether it is.", MeetingExists),
        ...refusals("invalid-request", "rate-limited", "store-unavailable"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/participants": {
    get: {
      operationId: "listParticipants",
      tags: ["meetings"],
      summary: "Who is inside this second",
      description:
        "Live from LiveKit. Empty for a meeting that nobody is in. Where not everybody may walk in " +
        "(passcode, lobby, locked, waiting for a host) only hosts and those who were let in may look.",
      security: optionalSeat,
      requestParams: ofMeeting,
      responses: {
        200: answer("Everybody inside.", ParticipantList),
        ...refusals(...meetingProblems, "forbidden", "removed", "media-unavailable"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/participants/{identity}": {
    patch: {
      operationId: "updateParticipant",
      tags: ["hosts"],
      summary: "Change one participant",
      description:
        "The seat itself: its name, where the meeting allows it, and its hand. Hosts and cohosts: anybody's " +
        "name and role, what one may publish, turning sources off, asking to unmute. Roles to and from " +
        "`host` are for hosts alone, and a meeting keeps one.",
      security: host,
      requestParams: ofParticipant,
      requestBody: { required: true, content: json(UpdateParticipantRequest) },
      responses: {
        200: answer("The seat as it is now.", SeatView),
        ...actRefusals(...bodyProblems, "participant-not-found", "last-host"),
      },
    },
    delete: {
      operationId: "removeParticipant",
      tags: ["hosts"],
      summary: "Put somebody out",
      description:
        "Hosts and cohosts. They are disconnected and their seat is refused from now on. Whoever comes " +
        "back with an old LiveKit token is put out again within about a second; `rotate` makes those " +
        "tokens worthless.",
      security: host,
      requestParams: ofParticipant,
      responses: {
        204: { description: "They are out.", headers: answerHeaders },
        ...actRefusals("participant-not-found"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/participants/mute-all": {
    post: {
      operationId: "muteAll",
      tags: ["hosts"],
      summary: "Turn everybody's microphone off",
      description:
        "Hosts and cohosts, whose own stay on. Everybody may turn theirs on again, unless the settings " +
        "say otherwise. A body that is left out means the microphones.",
      security: host,
      requestParams: ofMeeting,
      requestBody: { required: false, content: json(MuteAllRequest) },
      responses: {
        204: { description: "They are off.", headers: answerHeaders },
        ...actRefusals(...bodyProblems),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/knocks": {
    get: {
      operationId: "listKnocks",
      tags: ["hosts"],
      summary: "Who waits to be let in",
      description: "Hosts and cohosts. Who came first comes first.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        200: answer("Those who wait.", KnockList),
        ...refusals(...meetingProblems, "forbidden"),
      },
    },
    post: {
      operationId: "decideAllKnocks",
      tags: ["hosts"],
      summary: "Let everybody in who waits, or nobody",
      security: host,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(DecideRequest) },
      responses: {
        200: answer("Those who wait still.", KnockList),
        ...refusals(...new Set([...bodyProblems, ...meetingProblems]), "forbidden", "cross-origin"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/knocks/{identity}": {
    post: {
      operationId: "decideKnock",
      tags: ["hosts"],
      summary: "Let somebody in, or not",
      description: "Hosts and cohosts. Whoever is denied may ask again after a minute.",
      security: host,
      requestParams: ofParticipant,
      requestBody: { required: true, content: json(DecideRequest) },
      responses: {
        200: answer("Those who wait still.", KnockList),
        ...refusals(
          ...new Set([...bodyProblems, ...meetingProblems]),
          "participant-not-found",
          "forbidden",
          "cross-origin",
        ),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/end": {
    post: {
      operationId: "endMeeting",
      tags: ["hosts"],
      summary: "End a meeting for everyone inside",
      description: "Hosts and cohosts. The meeting stays for the next time.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        204: { description: "Nobody is inside any more.", headers: answerHeaders },
        ...actRefusals(),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/rotate": {
    post: {
      operationId: "rotateRoom",
      tags: ["hosts"],
      summary: "Move a meeting to a new room",
      description:
        "Hosts and cohosts. Every LiveKit token given before is worth nothing; whoever has a seat comes " +
        "after by joining again, as this app's pages do by themselves.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        204: { description: "It has moved.", headers: answerHeaders },
        ...actRefusals(),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/host": {
    post: {
      operationId: "becomeHost",
      tags: ["hosts"],
      summary: "Make this browser host",
      description:
        "By the host key of a host link: the owner cookie then counts for this meeting, too, and a seat " +
        "that is named becomes host.",
      security: optionalSeat,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(BecomeHostRequest) },
      responses: {
        200: answer("The meeting.", HostedMeeting, {
          "Set-Cookie": z.string().meta({ description: "The owner cookie." }),
        }),
        ...actRefusals(...bodyProblems),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/host-key": {
    post: {
      operationId: "renewHostKey",
      tags: ["hosts"],
      summary: "A new host key",
      description:
        "Hosts alone, not cohosts. The key before makes nobody host any more; whoever is host stays so.",
      security: host,
      requestParams: ofMeeting,
      responses: {
        201: answer("The key, shown this once.", HostKey),
        ...refusals(...meetingProblems, "forbidden", "cross-origin"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/messages": {
    get: {
      operationId: "listMessages",
      tags: ["messages"],
      summary: "What was written, and what changed since",
      description:
        "For who is inside, and for hosts wherever they are. In the order of the last change: an edited " +
        "or deleted message comes again. `next_cursor` always goes on: ask with it for what happened " +
        "since. A private message is read by its author and by whom it is for, by nobody else.",
      security: insiders,
      requestParams: { ...ofMeeting, query: MessagesQuery },
      responses: {
        200: answer("Messages.", MessageList),
        ...refusals(...meetingProblems, "forbidden", "removed"),
      },
    },
    post: {
      operationId: "postMessage",
      tags: ["messages"],
      summary: "Write a message",
      description:
        "Needs a seat that is inside; author and role are the seat's. Sent again with the same `id` it is " +
        "kept once. Kept only while the sender may chat.",
      security: [{ seatToken: [] }],
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(PostMessageRequest) },
      responses: {
        200: answer("It was kept before: this is what is kept.", Message),
        201: answer("It is kept.", Message),
        ...refusals(...new Set([...bodyProblems, ...meetingProblems]), "forbidden", "removed"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/messages/{message_id}": {
    patch: {
      operationId: "editMessage",
      tags: ["messages"],
      summary: "Change a message of one's own",
      security: [{ seatToken: [] }],
      requestParams: ofMessage,
      requestBody: { required: true, content: json(EditMessageRequest) },
      responses: {
        200: answer("The message as it is now.", Message),
        ...refusals(
          ...new Set([...bodyProblems, ...meetingProblems]),
          "forbidden",
          "removed",
          "message-not-found",
        ),
      },
    },
    delete: {
      operationId: "deleteMessage",
      tags: ["messages"],
      summary: "Wipe a message",
      description:
        "One's own; for hosts and cohosts any that everybody can read. That there was one stays.",
      security: insiders,
      requestParams: ofMessage,
      responses: {
        204: { description: "It is wiped.", headers: answerHeaders },
        ...refusals(
          ...meetingProblems,
          "forbidden",
          "cross-origin",
          "removed",
          "message-not-found",
        ),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/report": {
    get: {
      operationId: "getReport",
      tags: ["meetings"],
      summary: "What happened in a meeting",
      description:
        "For hosts and cohosts: sessions, who was there and how long, what was written for everybody. " +
        "Sessions that follow each other within a minute are one, and so are the overlapping connections of " +
        "one person.",
      security: insiders,
      requestParams: { ...ofMeeting, query: ReportQuery },
      responses: {
        200: {
          ...answer("The report.", MeetingReport, {
            "Content-Disposition": z.string().optional().meta({ description: "CSV is a file." }),
          }),
          content: {
            "application/json": { schema: MeetingReport },
            "text/csv": { schema: z.string(), example: csvExample },
          },
        },
        ...refusals(...meetingProblems, "forbidden"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/calendar.ics": {
    get: {
      operationId: "getCalendarEntry",
      tags: ["meetings"],
      summary: "A meeting's entry for a calendar",
      description:
        "iCalendar (RFC 5545), one hour long, in UTC. It is the same entry however often it is fetched: a " +
        "calendar moves it when the meeting was moved. 404 `not-found` for a meeting without a time.",
      security: optionalSeat,
      requestParams: ofMeeting,
      responses: {
        200: {
          description: "The file.",
          headers: answerHeaders.extend({
            "Content-Disposition": z.string().meta({ description: "A name for the file." }),
          }),
          content: { "text/calendar": { schema: z.string(), example: icsExample } },
        },
        ...refusals(...meetingProblems, "not-found"),
      },
    },
  },
  "/api/v1/livekit/webhook": {
    post: {
      operationId: "receiveWebhook",
      tags: ["operation"],
      summary: "LiveKit's events",
      description:
        "For LiveKit alone, which signs the body. 200 once the event is written; events that came " +
        "before and rooms of others are passed over.",
      security: [{ livekit: [] }],
      requestBody: {
        required: true,
        content: { "application/webhook+json": { schema: z.looseObject({ event: z.string() }) } },
      },
      responses: {
        200: answer("It is written.", z.object({ received: z.literal(true) })),
        ...refusals(
          "malformed-json",
          "body-too-large",
          "unsupported-media-type",
          "media-unavailable",
          "store-unavailable",
        ),
      },
    },
  },
  "/api/v1/openapi.json": {
    get: {
      operationId: "getOpenApi",
      tags: ["operation"],
      summary: "This document",
      security: nobody,
      responses: {
        200: answer("OpenAPI 3.1.", z.looseObject({ openapi: z.string() })),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
  "/api/health/live": {
    get: {
      operationId: "getLiveness",
      tags: ["operation"],
      summary: "Whether the app answers",
      security: nobody,
      responses: {
        200: answer("It does.", Liveness),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
  "/api/health/ready": {
    get: {
      operationId: "getReadiness",
      tags: ["operation"],
      summary: "Whether the store and LiveKit answer",
      security: nobody,
      responses: {
        200: answer("Both do.", Readiness),
        503: answer("At least one does not.", Readiness),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
};

/** The OpenAPI document of a running server. */
export function openApiDocument(frontendUrl: string): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Meetings",
      version: "1.0.0",
      description:
        "Meetings on LiveKit. Errors are RFC 9457 problems: look at `code`. Every answer carries " +
        "`X-Request-Id`. A method that an address does not take is 405 with `Allow`. A write that the " +
        "owner cookie authorises has to come from a page of this site (`cross-origin` otherwise).",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: frontendUrl }],
    tags: [{ name: "meetings" }, { name: "hosts" }, { name: "messages" }, { name: "operation" }],
    components: {
      securitySchemes: {
        owner: {
          type: "apiKey",
          in: "cookie",
          name: "meetings_owner_<store>",
          description: "Set by a browser's first create. `__Host-` stands before it on https.",
        },
        hostKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "host_…",
          description: "Host of one meeting; shown when it was made.",
        },
        seatToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "seat_…",
          description: "One participant of one meeting; given by join.",
        },
        apiKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "key_…",
          description:
            "A program that the operator trusts: whatever any host may, in every meeting.",
        },
        livekit: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "LiveKit's signature over the body.",
        },
      },
    },
    paths: apiPaths,
  });
}
