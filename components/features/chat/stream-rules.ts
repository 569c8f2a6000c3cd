// What a stream from somebody may be. Who sent it is LiveKit's word; everything else in it is the sender's.
import type { RemoteParticipant } from "livekit-client";
import { z } from "zod";
import { OwnMessageId } from "@/lib/contract/message";
import { ParticipantAttributes } from "@/lib/contract/participant";
import { textOfLines } from "@/lib/contract/text";

export const chatTopic = "lk.chat";

/** An agent may say more at once than a person may write. */
const mostCharacters = 8_000;
const mostBytes = mostCharacters * 4;

export const StreamText = textOfLines("A message", mostCharacters);
const Attributes = z.object({
  id: OwnMessageId.optional().catch(undefined),
  to: z.string().max(200).optional().catch(undefined),
  reply_to: z.string().max(300).optional().catch(undefined),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
});

/** What a stream says of itself, in the words of whoever sends it. */
export interface StreamInfo {
  id: string;
  attributes?: Record<string, string> | undefined;
}

/** What makes sense of it. */
export interface Said {
  id: string | undefined;
  to: string | null;
  replyTo: string | null;
  /** What a file is known by. */
  sha256: string | undefined;
}

/** Reads a text to its end; undefined where it is too long. All of it is taken, so that nothing piles up. */
export async function readText(reader: AsyncIterable<string>): Promise<string | undefined> {
  let text = "";
  let length = 0;
  for await (const chunk of reader) {
    length += chunk.length;
    if (length <= mostBytes) text += chunk;
  }
  return length <= mostBytes ? text : undefined;
}

/** Who sent something, where they may: while chat is off it is the hosts' alone. */
export function senderOf<Sender extends Pick<RemoteParticipant, "attributes">>(
  people: ReadonlyMap<string, Sender>,
  identity: string,
  isChatAllowed: boolean,
): Sender | undefined {
  const sender = people.get(identity);
  if (!sender) return undefined;
  return isChatAllowed || ParticipantAttributes.parse(sender.attributes).role !== "participant"
    ? sender
    : undefined;
}

/**
 * What a stream says of itself, as far as it makes sense. Its sender's own id for it is the attribute, or the
 * stream's where another client sent it. `to` can be this person alone. To be asked before anything of the stream
 * is read: what ends it may change its attributes, and LiveKit takes that from anybody.
 */
export function saidOf({ id: streamId, attributes }: StreamInfo, ownIdentity: string): Said {
  const { id, to, reply_to: replyTo, sha256 } = Attributes.parse(attributes ?? {});
  return {
    id: id ?? OwnMessageId.safeParse(streamId).data,
    to: to === undefined ? null : ownIdentity,
    replyTo: replyTo ?? null,
    sha256,
  };
}

/** Takes the rest of a stream, so that it does not pile up, and keeps nothing. */
export async function discard(reader: AsyncIterable<unknown>): Promise<void> {
  try {
    for await (const _chunk of reader);
  } catch {
    // It broke off, which is as well.
  }
}
