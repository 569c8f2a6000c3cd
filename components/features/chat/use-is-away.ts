"use client";
import { useCall } from "@/components/call/call-provider";
import { useOthers } from "@/components/call/use-everyone";
import type { DraftState } from "./draft";

/** Whether the person who is written to is not in the call. While oneself is not, nobody knows. */
export function useIsAway(to: DraftState["to"]): boolean {
  const { phase } = useCall();
  const others = useOthers();
  return (
    to !== null && phase === "in-call" && !others.some(({ identity }) => identity === to.identity)
  );
}
