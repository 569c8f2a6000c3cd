import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { Message } from "./message";
import { Role } from "./participant";
import { Timestamp } from "./text";

const Stay = z.object({
  joined_at: Timestamp,
  left_at: Timestamp.nullable().describe("null while inside."),
});

/** One person in one session, over all of their connections. */
const Attendee = z.object({
  identity: z.string(),
  name: z.string(),
  role: Role.describe("The highest that they had in it."),
  joined_at: Timestamp.describe("The first time."),
  left_at: Timestamp.nullable().describe("The last time; null while inside."),
  total_seconds: z.int().min(0).describe("Inside, all together."),
  stays: z.array(Stay),
});

const ReportSession = z.object({
  started_at: Timestamp,
  ended_at: Timestamp.nullable().describe("null while it runs."),
  total_seconds: z.int().min(0),
  attendance: z.array(Attendee),
});

/** What happened in a meeting, for its hosts. Private messages are not part of it. */
export const MeetingReport = z
  .object({
    meeting_id: MeetingId,
    title: z.string().nullable(),
    created_at: Timestamp,
    scheduled_at: Timestamp.nullable(),
    generated_at: Timestamp,
    kept_until: Timestamp.describe("When all of this is deleted, if nobody comes again before."),
    sessions: z.array(ReportSession),
    messages: z.array(Message),
  })
  .meta({ id: "MeetingReport" });
export type MeetingReport = z.infer<typeof MeetingReport>;
