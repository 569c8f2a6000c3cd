import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { Settings } from "./settings";

/**
 * What everybody inside has to know of the meeting as a whole: LiveKit's room metadata, written by our
 * server alone. Readers ignore what they do not know, so that an older tab outlives a newer server.
 */
export const MeetingState = z.object({
  meeting_id: MeetingId,
  title: z.string().nullable(),
  settings: Settings,
});
export type MeetingState = z.infer<typeof MeetingState>;
