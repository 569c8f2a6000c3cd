// What was written here and is not kept yet, over a reload of this tab.
import { z } from "zod";
import { readStored, removeStored, writeStored } from "@/lib/client/storage";
import { OwnMessageId } from "@/lib/contract/message";

const StoredItem = z.object({
  /** The seat it was written from: another one's is not sent in this one's name. */
  author: z.string(),
  id: OwnMessageId,
  text: z.string(),
  to: z.string().nullable(),
  replyTo: z.string().nullable(),
  at: z.number(),
  /** It went to the others in the call. */
  isSent: z.boolean(),
});
export type StoredItem = z.infer<typeof StoredItem>;

const keyOf = (meetingId: string) => `meetings.outbox.${meetingId}`;

export function readOutbox(meetingId: string): StoredItem[] {
  return z.array(StoredItem).safeParse(readStored("tab", keyOf(meetingId))).data ?? [];
}

/** Keeps an item in the place it has, or at the end. */
export function storeItem(meetingId: string, item: StoredItem): void {
  const items = readOutbox(meetingId);
  const at = items.findIndex(({ id }) => id === item.id);
  const next = at < 0 ? [...items, item] : items.with(at, item);
  writeStored("tab", keyOf(meetingId), next);
}

export function forgetItem(meetingId: string, id: string): void {
  const rest = readOutbox(meetingId).filter((item) => item.id !== id);
  if (rest.length === 0) removeStored("tab", keyOf(meetingId));
  else writeStored("tab", keyOf(meetingId), rest);
}
