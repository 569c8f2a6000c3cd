// What is written, what was, and what will be.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
  DeleteMessageQuery,
  EditMessageRequest,
  Message,
  MessageList,
  PostMessageRequest,
} from "@/lib/contract/message";
import { MeetingReport } from "@/lib/contract/report";
import { MessagesQuery } from "@/lib/server/http/read-page";
import { ReportQuery } from "@/lib/server/http/report-response";
import { csvExamples, icsExample } from "./examples";
import {
  answer,
  answerHeaders,
  bodyProblems,
  insiders,
  json,
  meetingProblems,
  ofMeeting,
  ofMessage,
  optionalSeat,
  refusals,
} from "./parts";

export const recordPaths: ZodOpenApiPathsObject = {
  "/api/v1/meetings/{meeting_id}/messages": {
    get: {
      operationId: "listMessages",
      tags: ["messages"],
      summary: "What was written, and what changed since",
      description:
        "For who is inside, and for hosts wherever they are. In the order of the last change: an edited " +
        "or deleted message comes again. `next_cursor` always goes on: ask with it for what happened " +
        "since. A private message is read by its author and by whom it is for, by nobody else. Who is " +
        "connected to LiveKit is sent an empty data message on the topic `meetings.messages` whenever " +
        "there is something to ask for.",
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
        "One's own; for hosts and cohosts any that everybody can read. That there was one stays. Of one " +
        "that is not kept, as files are, it is kept that it is deleted: whoever has it takes it away.",
      security: insiders,
      requestParams: { ...ofMessage, query: DeleteMessageQuery },
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
        "For hosts and cohosts: sessions, who was there, as what and how long, what was written for everybody. " +
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
            ...json(MeetingReport),
            "text/csv": { schema: z.string(), examples: csvExamples },
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
};
