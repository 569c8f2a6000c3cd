// What passes between browsers: one of a few ids, never words or markup of a peer's.
import { z } from "zod";

export const reactionTopic = "meetings.reactions";

/** In the order of the picker, which is the order of the number keys. */
export const reactions = [
  "applause",
  "agree",
  "love",
  "laugh",
  "surprise",
  "celebrate",
  "thanks",
  "sad",
  "disagree",
] as const;

export const Reaction = z.enum(reactions);
export type Reaction = z.infer<typeof Reaction>;

export const ReactionMessage = z.strictObject({ reaction: Reaction });
