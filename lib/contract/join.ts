import { z } from "zod";
import { MeetingInfo, RoomName } from "./meeting";
import { ParticipantName, Role } from "./participant";
import { Timestamp } from "./text";

/**
 * The body of join, which is also what an SDK's `TokenSource.endpoint` sends. Identity, metadata,
 * attributes and room configuration are the server's to choose: a body that has them is refused.
 */
export const JoinRequest = z
  .strictObject({
    participant_name: ParticipantName.optional().describe(
      "Required, but for a rejoin with a seat token: the seat keeps its name.",
    ),
    passcode: z.string().max(128).optional(),
    room_name: z.string().max(64).optional().describe("If sent, the id or the current room."),
  })
  .meta({ id: "JoinRequest", example: { participant_name: "Ada" } });
export type JoinRequest = z.infer<typeof JoinRequest>;

/** A place in the meeting: everything a LiveKit SDK needs to connect, and the seat to come back to. */
export const JoinedMeeting = z
  .object({
    server_url: z.url().describe("LiveKit's address for browsers."),
    participant_token: z.string().describe("LiveKit's token, for this room, valid for minutes."),
    room_name: RoomName,
    participant_name: z.string(),
    participant_identity: z.string(),
    role: Role,
    seat_token: z.string().describe("Brings the same person back: same identity, name and role."),
    expires_at: Timestamp.describe("When the LiveKit token expires if it was not used."),
    meeting: MeetingInfo,
    ended_by: z
      .string()
      .nullable()
      .describe(
        "Who ended the meeting at `meeting.ended_at`; null where it was a program, or never.",
      ),
  })
  .meta({ id: "JoinedMeeting" });
export type JoinedMeeting = z.infer<typeof JoinedMeeting>;

/** No place yet: ask again with the seat token after a while. There is no LiveKit token in this. */
export const WaitingToJoin = z
  .object({
    status: z.enum(["waiting-for-host", "waiting-for-admission"]),
    seat_token: z.string().describe("Join again with it: it keeps the place in the queue."),
    retry_after_ms: z.int().min(0),
    participant_identity: z.string(),
    participant_name: z.string(),
    waiting_since: Timestamp,
  })
  .meta({ id: "WaitingToJoin" });
export type WaitingToJoin = z.infer<typeof WaitingToJoin>;
