"use client";
import { useSyncExternalStore } from "react";
import { useChatSession } from "./chat-provider";
import type { Transfer } from "./file-transfers";

/** How a file travels, as it is now. */
export function useTransfer(id: string): Transfer | undefined {
  const { subscribe, transfers } = useChatSession();
  const read = () => transfers.of(id);
  return useSyncExternalStore(subscribe, read, read);
}
