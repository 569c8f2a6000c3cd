import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { Settings, SettingsChange } from "./settings";
import { lineOfText, Timestamp, TimestampInput } from "./text";

const MeetingTitle = lineOfText("A title", 120);

/** LiveKit's name for the meeting's room: the id, with `.N` behind it once the room was rotated. */
export const RoomName = z.string().meta({ id: "RoomName", example: "abc-defg-hij" });

export const CreateMeetingRequest = z
  .strictObject({
    title: MeetingTitle.optional().describe("What the meeting is called."),
    scheduled_at: TimestampInput.optional().describe("When it is meant to start; any offset."),
    settings: SettingsChange.optional(),
  })
  .meta({ id: "CreateMeetingRequest", example: { title: "Design review" } });
export type CreateMeetingRequest = z.infer<typeof CreateMeetingRequest>;

const about = {
  meeting_id: MeetingId,
  room_name: RoomName,
  meeting_url: z.url().describe("The link to share."),
  title: z.string().nullable(),
  created_at: Timestamp,
  scheduled_at: Timestamp.nullable(),
  settings: Settings,
};

export const CreatedMeeting = z
  .object({
    ...about,
    host_key: z.string().describe("Host of this meeting, for scripts; shown this once."),
    host_url: z.url().describe("Makes another browser host; the key is in the fragment."),
  })
  .meta({ id: "CreatedMeeting" });
export type CreatedMeeting = z.infer<typeof CreatedMeeting>;

const MeetingStatus = z
  .enum(["scheduled", "active", "idle"])
  .describe(
    "scheduled: in the future and never started. active: someone is inside. idle: nobody is.",
  );

/** A meeting as anybody who knows its id may know it. */
export const MeetingInfo = z
  .object({
    ...about,
    status: MeetingStatus,
    started_at: Timestamp.nullable().describe("When the running session began."),
    num_participants: z.int().min(0).nullable().describe("null while LiveKit cannot be asked."),
    ended_at: Timestamp.nullable().describe("When a host last ended it for everyone."),
  })
  .meta({ id: "MeetingInfo" });
export type MeetingInfo = z.infer<typeof MeetingInfo>;

/** A meeting as its hosts and cohosts know it. */
export const HostedMeeting = z
  .object({
    ...MeetingInfo.shape,
    passcode: z.string().nullable().describe("For invitations; null where there is none."),
    spotlight: z
      .string()
      .nullable()
      .describe("The identity of the one who is shown large to everybody; null for nobody."),
  })
  .meta({ id: "HostedMeeting" });
export type HostedMeeting = z.infer<typeof HostedMeeting>;

export const MeetingExists = z
  .object({ meeting_id: MeetingId, exists: z.boolean() })
  .meta({ id: "MeetingExists" });
export type MeetingExists = z.infer<typeof MeetingExists>;

export const UpdateMeetingRequest = z
  .strictObject({
    title: MeetingTitle.nullable().optional().describe("null takes the title away."),
    scheduled_at: TimestampInput.nullable().optional().describe("null takes the time away."),
    settings: SettingsChange.optional(),
    spotlight: z
      .string()
      .regex(/^p_[0-9a-f]{32}$/, "This cannot be the identity of a participant.")
      .nullable()
      .optional()
      .describe(
        "The identity of somebody inside, to be shown large to everybody until they leave; null ends it.",
      ),
  })
  .meta({ id: "UpdateMeetingRequest", example: { title: "Design review" } });
export type UpdateMeetingRequest = z.infer<typeof UpdateMeetingRequest>;

/** A key that makes whoever holds it host; the one before is worth nothing from now on. */
export const HostKey = z
  .object({
    host_key: z.string().describe("Shown this once."),
    host_url: z.url().describe("Makes another browser host; the key is in the fragment."),
  })
  .meta({ id: "HostKey" });
export type HostKey = z.infer<typeof HostKey>;

export const BecomeHostRequest = z
  .strictObject({
    host_key: z.string().min(1).max(200),
    seat_token: z.string().min(1).max(200).optional().describe("A seat that becomes host, too."),
  })
  .meta({ id: "BecomeHostRequest" });
export type BecomeHostRequest = z.infer<typeof BecomeHostRequest>;

export const MeetingList = z
  .object({ meetings: z.array(MeetingInfo), next_cursor: z.string().nullable() })
  .meta({ id: "MeetingList" });
export type MeetingList = z.infer<typeof MeetingList>;
