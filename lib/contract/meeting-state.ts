import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { Settings } from "./settings";
import { Timestamp } from "./text";

/**
 * What everybody inside has to know of the meeting as a whole: LiveKit's room metadata, written by our
 * server alone. Readers ignore what they do not know, so that an older tab outlives a newer server.
 */
export const MeetingState = z.object({
  meeting_id: MeetingId,
  title: z.string().nullable(),
  settings: Settings,
  /** The identity of the one whom a host shows large to everybody; of somebody absent it means nothing. */
  spotlight: z.string().nullable().catch(null),
  /** Grows with every change: of two states the greater one is the newer. */
  revision: z.int().catch(0),
  /** Set just before the room closes because a host ended the meeting for everyone. */
  ended_at: Timestamp.nullable().catch(null),
  ended_by: z.string().nullable().catch(null),
});
export type MeetingState = z.infer<typeof MeetingState>;
