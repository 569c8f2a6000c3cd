import { z } from "zod";
import { MeetingId } from "./meeting-id";
import { Role } from "./participant";
import { Timestamp, textOfLines } from "./text";

/** How many characters a message may have. */
export const mostInMessage = 4000;

const MessageText = textOfLines("A message", mostInMessage);

/** A message's id: its author's identity and the author's own id for it. */
export const MessageId = z
  .string()
  .regex(/^p_[0-9a-f]{32}\.[\w-]{1,64}$/, "This cannot be the id of a message.")
  .meta({ id: "MessageId", example: "p_0123456789abcdef0123456789abcdef.m1" });
export type MessageId = z.infer<typeof MessageId>;

const Recipient = z
  .string()
  .regex(/^p_[0-9a-f]{32}$/, "This cannot be the identity of a participant.")
  .optional();

/** The author's own id for a message. */
export const OwnMessageId = z.string().regex(/^[\w-]{1,64}$/, "1 to 64 letters, digits, - and _.");

export const PostMessageRequest = z
  .strictObject({
    id: OwnMessageId.describe("The author's own id for it: sent twice it is kept once."),
    text: MessageText,
    to: Recipient.describe(
      "The identity of the one person it is for; everybody where it is left out.",
    ),
    reply_to: MessageId.optional().describe(
      "The message it answers. Not looked for: that one may be kept later, or be private.",
    ),
  })
  .meta({ id: "PostMessageRequest", example: { id: "m1", text: "Hello" } });
export type PostMessageRequest = z.infer<typeof PostMessageRequest>;

export const EditMessageRequest = z
  .strictObject({ text: MessageText })
  .meta({ id: "EditMessageRequest" });
export type EditMessageRequest = z.infer<typeof EditMessageRequest>;

export const DeleteMessageQuery = z.object({
  to: Recipient.describe(
    "Of one that is not kept, for its author: the identity of the one person it was for.",
  ),
});

export const Message = z
  .object({
    message_id: MessageId,
    author: z.object({ identity: z.string(), name: z.string(), role: Role }),
    to: z.string().nullable().describe("null for everybody."),
    reply_to: z.string().nullable().describe("The message it answers, if the reader has it."),
    position: z.int().describe("Grows in the order in which messages were first kept."),
    text: z.string().nullable().describe("null once it is deleted."),
    sent_at: Timestamp,
    edited_at: Timestamp.nullable(),
    deleted_at: Timestamp.nullable(),
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof Message>;

/** Messages in the order of their last change: whoever goes on from the cursor misses nothing. */
export const MessageList = z
  .object({
    meeting_id: MeetingId,
    messages: z.array(Message),
    next_cursor: z
      .string()
      .describe("Ask with it for what changed since. The same one: nothing did."),
    has_more: z.boolean().describe("More is there already."),
  })
  .meta({ id: "MessageList" });
export type MessageList = z.infer<typeof MessageList>;

/**
 * The topic of what our server sends when messages were kept, edited or deleted. A hint and no more: who
 * hears it asks for what changed.
 */
export const messageTopic = "meetings.messages";
