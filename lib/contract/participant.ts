import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { lineOfText, Timestamp } from "./text";

export const Role = z.enum(["host", "cohost", "participant"]);
export type Role = z.infer<typeof Role>;

/** A name as others will read it: 1 to 60 code points. */
export const ParticipantName = lineOfText("A name", 60);

/** What LiveKit calls a track's source; `unknown` for what other SDKs publish without saying. */
export const TrackSource = z.enum([
  "camera",
  "microphone",
  "screen_share",
  "screen_share_audio",
  "unknown",
]);
export type TrackSource = z.infer<typeof TrackSource>;

/** Somebody who is in the meeting this second, as LiveKit knows them. */
export const Participant = z
  .object({
    identity: z.string(),
    name: z.string(),
    role: Role,
    state: z.enum(["joining", "joined", "active"]),
    joined_at: Timestamp,
    is_publisher: z.boolean(),
    hand_raised_at: Timestamp.nullable(),
    tracks: z.array(z.object({ source: TrackSource, muted: z.boolean() })),
  })
  .meta({ id: "Participant" });
export type Participant = z.infer<typeof Participant>;

export const ParticipantList = z
  .object({ meeting_id: MeetingId, count: z.int().min(0), participants: z.array(Participant) })
  .meta({ id: "ParticipantList" });
export type ParticipantList = z.infer<typeof ParticipantList>;

/** The attributes that our server alone writes on a participant; everybody else only reads them. */
export const ParticipantAttributes = z.object({
  role: Role.catch("participant"),
  hand_raised_at: Timestamp.optional().catch(undefined),
});
