// What requests and answers look like. Each is of the schema it stands for: a test holds them to that.
import type { z } from "zod";
import { Liveness, Readiness, WebhookReceived } from "@/lib/contract/health";
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
import { MeetingId } from "@/lib/contract/meeting-id";
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
import { type Problem, type ProblemCode, problems } from "@/lib/contract/problem";
import { MeetingReport } from "@/lib/contract/report";
import { defaultSettings } from "@/lib/contract/settings";
import { icsOf } from "@/lib/server/http/calendar-response";
import { attendanceCsv, messagesCsv } from "@/lib/server/http/report-response";

const site = "https://meet.example.org";
const id = MeetingId.parse("abc-defg-hij");
const identity = "p_0123456789abcdef0123456789abcdef";
const requestId = "req-0123456789abcdef01234567";
const day = "2026-11-23";
const hostKey = "host_3p5F0r9h2mYc7QxT1vK8sWn4bZdLj6eAgUiOoXqHk0E";
const seatToken = "seat_mB7rT2xWq9LkVd4zNhYc0fJs6uPaGe1oQi8tKjXwR5U";

const about = {
  meeting_id: id,
  room_name: id,
  meeting_url: `${site}/meeting/${id}`,
  title: "Design review",
  created_at: `${day}T09:00:00.000Z`,
  scheduled_at: `${day}T10:00:00.000Z`,
  settings: { ...defaultSettings, lobby: true },
};

const info: MeetingInfo = {
  ...about,
  status: "active",
  started_at: `${day}T10:01:07.000Z`,
  num_participants: 3,
  ended_at: null,
};

const message: Message = {
  message_id: MessageId.parse(`${identity}.m1`),
  author: { identity, name: "Ada", role: "participant" },
  to: null,
  reply_to: null,
  position: 1,
  text: "Hello",
  sent_at: `${day}T10:05:00.000Z`,
  edited_at: null,
  deleted_at: null,
};

const report: MeetingReport = {
  meeting_id: id,
  title: "Design review",
  created_at: `${day}T09:00:00.000Z`,
  scheduled_at: `${day}T10:00:00.000Z`,
  generated_at: `${day}T11:00:00.000Z`,
  kept_until: "2027-02-21T10:31:00.000Z",
  sessions: [
    {
      started_at: `${day}T10:01:07.000Z`,
      ended_at: `${day}T10:31:00.000Z`,
      total_seconds: 1793,
      attendance: [
        {
          identity,
          name: "Ada",
          role: "participant",
          joined_at: `${day}T10:02:00.000Z`,
          left_at: `${day}T10:31:00.000Z`,
          total_seconds: 1740,
          stays: [{ joined_at: `${day}T10:02:00.000Z`, left_at: `${day}T10:31:00.000Z` }],
        },
      ],
    },
  ],
  messages: [message],
};

export const csvExamples = {
  attendance: { value: attendanceCsv(report) },
  messages: { value: messagesCsv(report) },
};

export const icsExample = icsOf({
  meetingId: id,
  title: "Design review",
  url: about.meeting_url,
  startsAt: about.scheduled_at,
  revision: 1,
  generatedAt: `${day}T09:00:00.000Z`,
});

function typed<Schema extends z.ZodType>(schema: Schema, example: z.input<Schema>) {
  return [schema, example] as const;
}

/** An example for each body that the document knows. */
export const examples = new Map<z.ZodType, unknown>([
  typed(CreateMeetingRequest, {
    title: "Design review",
    scheduled_at: `${day}T11:00:00+01:00`,
    settings: { lobby: true },
  }),
  typed(CreatedMeeting, {
    ...about,
    host_key: hostKey,
    host_url: `${about.meeting_url}#host=${hostKey}`,
  }),
  typed(MeetingInfo, info),
  typed(HostedMeeting, { ...info, passcode: null, spotlight: null }),
  typed(MeetingList, { meetings: [info], next_cursor: null }),
  typed(MeetingExists, { meeting_id: id, exists: true }),
  typed(UpdateMeetingRequest, { settings: { locked: true, allow: { screen_share: false } } }),
  typed(JoinRequest, { participant_name: "Ada" }),
  typed(JoinedMeeting, {
    server_url: "wss://livekit.example.org",
    participant_token: "<a LiveKit token>",
    room_name: id,
    participant_name: "Ada",
    participant_identity: identity,
    role: "participant",
    seat_token: seatToken,
    expires_at: `${day}T10:12:00.000Z`,
    meeting: info,
    ended_by: null,
  }),
  typed(WaitingToJoin, {
    status: "waiting-for-admission",
    seat_token: seatToken,
    retry_after_ms: 1500,
    participant_identity: identity,
    participant_name: "Ada",
    waiting_since: `${day}T10:02:00.000Z`,
  }),
  typed(ParticipantList, {
    meeting_id: id,
    count: 1,
    participants: [
      {
        identity,
        name: "Ada",
        role: "participant",
        state: "active",
        joined_at: `${day}T10:02:00.000Z`,
        is_publisher: true,
        hand_raised_at: null,
        tracks: [{ source: "microphone", muted: false }],
      },
    ],
  }),
  typed(BecomeHostRequest, { host_key: hostKey }),
  typed(HostKey, { host_key: hostKey, host_url: `${about.meeting_url}#host=${hostKey}` }),
  typed(KnockList, {
    knocks: [{ identity, name: "Ada", waiting_since: `${day}T10:02:00.000Z` }],
  }),
  typed(DecideRequest, { decision: "admit" }),
  typed(UpdateParticipantRequest, { role: "cohost" }),
  typed(SeatView, {
    identity,
    name: "Ada",
    role: "cohost",
    hand_raised_at: null,
    allow: { microphone: null, camera: null, screen_share: null },
  }),
  typed(MuteAllRequest, { sources: ["microphone"] }),
  typed(PostMessageRequest, { id: "m1", text: "Hello" }),
  typed(EditMessageRequest, { text: "Hello, all" }),
  typed(Message, message),
  typed(MessageList, {
    meeting_id: id,
    messages: [message],
    next_cursor: "Y2hhbmdlIDE",
    has_more: false,
  }),
  typed(MeetingReport, report),
  typed(WebhookReceived, { received: true }),
  typed(Liveness, { status: "ok" }),
  typed(Readiness, {
    status: "ok",
    store: { ok: true, latency_ms: 1 },
    livekit: { ok: true, latency_ms: 3 },
  }),
]);

/** A refusal with this code. */
export function problemExample(code: ProblemCode): Problem {
  const { status, title } = problems[code];
  return {
    type: `${site}/problems/${code}`,
    title,
    status,
    detail: title,
    code,
    request_id: requestId,
    ...(code === "invalid-request"
      ? { errors: [{ pointer: "/title", detail: "A title may be at most 120 characters long." }] }
      : {}),
  };
}
