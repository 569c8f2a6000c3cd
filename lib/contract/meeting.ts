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
  })
  .meta({ id: "MeetingInfo" });
export type MeetingInfo = z.infer<typeof MeetingInfo>;

export const MeetingExists = z
  .object({ meeting_id: MeetingId, exists: z.boolean() })
  .meta({ id: "MeetingExists" });
export type MeetingExists = z.infer<typeof MeetingExists>;

export const UpdateMeetingRequest = z
  .strictObject({
    title: MeetingTitle.nullable().optional().describe("null takes the title away."),
    settings: SettingsChange.optional(),
  })
  .meta({ id: "UpdateMeetingRequest", example: { title: "Design review" } });
export type UpdateMeetingRequest = z.infer<typeof UpdateMeetingRequest>;

export const MeetingList = z
  .object({ meetings: z.array(MeetingInfo), next_cursor: z.string().nullable() })
  .meta({ id: "MeetingList" });
export type MeetingList = z.infer<typeof MeetingList>;
