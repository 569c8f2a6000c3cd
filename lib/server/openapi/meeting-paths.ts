// Making, joining and looking at meetings.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { JoinedMeeting, JoinRequest, WaitingToJoin } from "@/lib/contract/join";
import {
  CreatedMeeting,
  CreateMeetingRequest,
  HostedMeeting,
  MeetingExists,
  MeetingInfo,
  MeetingList,
  UpdateMeetingRequest,
} from "@/lib/contract/meeting";
import { ParticipantList } from "@/lib/contract/participant";
import { PageQuery } from "@/lib/server/http/read-page";
import {
  actRefusals,
  answer,
  answerHeaders,
  bodyProblems,
  IdempotencyHeader,
  insiders,
  json,
  meetingProblems,
  ofMeeting,
  optionalSeat,
  refusals,
} from "./parts";

export const meetingPaths: ZodOpenApiPathsObject = {
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
      security: insiders,
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
      security: insiders,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(UpdateMeetingRequest) },
      responses: {
        200: answer("The meeting as it is now.", HostedMeeting),
        ...actRefusals(...bodyProblems, "participant-not-found"),
      },
    },
    delete: {
      operationId: "deleteMeeting",
      tags: ["meetings"],
      summary: "Delete a meeting for good",
      description:
        "Hosts only. Everybody is disconnected; the id answers 410 from then on, and no token given " +
        "before opens the room again. It holds at once, also while LiveKit cannot be reached.",
      security: insiders,
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
};
