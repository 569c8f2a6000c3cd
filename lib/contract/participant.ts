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

/** What a person may be kept from publishing. A screen's sound goes with the screen. */
export const PublishKind = z.enum(["microphone", "camera", "screen_share"]);
export type PublishKind = z.infer<typeof PublishKind>;

/** What one person may publish, apart from what the meeting allows everybody; null: as everybody. */
const PersonalAllow = z.record(PublishKind, z.boolean().nullable());

export const UpdateParticipantRequest = z
  .strictObject({
    name: ParticipantName.optional().describe(
      "The seat itself where the meeting allows it; hosts.",
    ),
    hand_raised: z.boolean().optional().describe("The seat itself; hosts may only lower it."),
    role: Role.optional().describe("Hosts; to and from `host` hosts alone, not cohosts."),
    muted: z
      .array(PublishKind)
      .min(1)
      .max(3)
      .optional()
      .describe("Hosts: turned off now. Turning on again stays the person's own act."),
    ask_to_unmute: z
      .literal(true)
      .optional()
      .describe("Hosts: asks the person to turn the microphone on."),
    call_on: z
      .literal(true)
      .optional()
      .describe(
        "Hosts: it is this person's turn. Their hand goes down, everybody is told, and a microphone that is off is asked for.",
      ),
    allow: z
      .partialRecord(PublishKind, z.boolean().nullable())
      .optional()
      .describe("Hosts: what this one person may publish; null is as everybody."),
  })
  .meta({ id: "UpdateParticipantRequest", example: { hand_raised: true } });
export type UpdateParticipantRequest = z.infer<typeof UpdateParticipantRequest>;

/** A seat as it is after a change. */
export const SeatView = z
  .object({
    identity: z.string(),
    name: z.string(),
    role: Role,
    hand_raised_at: Timestamp.nullable(),
    allow: PersonalAllow,
  })
  .meta({ id: "Seat" });
export type SeatView = z.infer<typeof SeatView>;

export const MuteAllRequest = z
  .strictObject({
    sources: z.array(PublishKind).min(1).max(3).default(["microphone"]),
  })
  .meta({ id: "MuteAllRequest" });
export type MuteAllRequest = z.infer<typeof MuteAllRequest>;

/** Somebody who waits to be let in. */
const Knock = z.object({
  identity: z.string(),
  name: z.string(),
  waiting_since: Timestamp,
});
export type Knock = z.infer<typeof Knock>;

export const KnockList = z
  .object({ knocks: z.array(Knock).describe("Who came first comes first.") })
  .meta({ id: "KnockList" });
export type KnockList = z.infer<typeof KnockList>;

export const DecideRequest = z
  .strictObject({ decision: z.enum(["admit", "deny"]) })
  .meta({ id: "DecideRequest", example: { decision: "admit" } });
export type DecideRequest = z.infer<typeof DecideRequest>;

/**
 * The topic of what our server sends to hosts when somebody begins or ceases to wait. A hint and no more:
 * who hears it asks for the knocks again.
 */
export const knockTopic = "meetings.knocks";

/** The attributes that our server alone writes on a participant; everybody else only reads them. */
export const ParticipantAttributes = z.object({
  role: Role.catch("participant"),
  hand_raised_at: Timestamp.optional().catch(undefined),
  /** When a host last asked this person to turn the microphone on, and the host's name. */
  unmute_asked_at: Timestamp.optional().catch(undefined),
  unmute_asked_by: z.string().optional().catch(undefined),
  /** When a host last called on this person to speak, and the host's name. */
  called_on_at: Timestamp.optional().catch(undefined),
  called_on_by: z.string().optional().catch(undefined),
});
