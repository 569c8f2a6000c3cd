import { z } from "zod";
import { meetingIdPattern, normaliseMeetingCode, spokenMeetingIdPattern } from "./meeting-code";

/** A meeting's id in its one spelling, as every answer gives it. Only the parsers here make one. */
export const MeetingId = z
  .string()
  .regex(meetingIdPattern, "A meeting id looks like abc-defg-hij.")
  .brand<"MeetingId">()
  .meta({
    id: "MeetingId",
    description: "The meeting's id, for good: never given to another meeting.",
    example: "abc-defg-hij",
  });
export type MeetingId = z.infer<typeof MeetingId>;

/** An id as a person types it, in a path: brought to its one spelling before it is looked up. */
export const SpokenMeetingId = z
  .string()
  .max(64, "A meeting id looks like abc-defg-hij.")
  .transform(normaliseMeetingCode)
  .pipe(MeetingId)
  .meta({
    description: "The meeting's id; capitals, spaces and missing hyphens are forgiven.",
    example: "abc-defg-hij",
    override: { type: "string", pattern: spokenMeetingIdPattern.source },
  });
