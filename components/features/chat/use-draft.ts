"use client";
import { useSyncExternalStore } from "react";
import { useChatSession } from "./chat-provider";
import type { DraftState } from "./draft";

/** What is being written. Apart from the chat, so that the list is not drawn again for every letter. */
export function useDraft(): DraftState {
  const { draft } = useChatSession();
  return useSyncExternalStore(draft.subscribe, draft.snapshot, draft.snapshot);
}
