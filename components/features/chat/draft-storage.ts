// What was being written, over a reload of this tab. Files are not kept: a page may not read them again.
import { z } from "zod";
import { readStored, removeStored, writeStored } from "@/lib/client/storage";
import type { DraftState } from "./draft";

const StoredDraft = z.object({
  /** The seat it was written from: another one's is not theirs to send. */
  author: z.string(),
  text: z.string(),
  to: z.object({ identity: z.string(), name: z.string() }).nullable(),
  about: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("reply"), id: z.string() }),
      z.object({ kind: z.literal("edit"), id: z.string(), before: z.string() }),
    ])
    .nullable(),
});

const keyOf = (meetingId: string) => `meetings.draft.${meetingId}`;

/** What `author` was writing in this meeting when the page went; nothing when nothing was. */
export function readDraft(meetingId: string, author: string): DraftState | undefined {
  const stored = StoredDraft.safeParse(readStored("tab", keyOf(meetingId))).data;
  if (stored?.author !== author) return undefined;
  const { text, to, about } = stored;
  return { text, to, about, files: [] };
}

/** Keeps what is being written now, or forgets it once there is nothing. */
export function storeDraft(
  meetingId: string,
  author: string,
  { text, to, about }: DraftState,
): void {
  if (text === "" && to === null && about === null) removeStored("tab", keyOf(meetingId));
  else writeStored("tab", keyOf(meetingId), { author, text, to, about });
}
