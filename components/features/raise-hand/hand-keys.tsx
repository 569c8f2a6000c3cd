"use client";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useHands } from "./hands-provider";
import { useHandActs } from "./use-hand-acts";

/** The keys by which hosts run the queue, whether the list is open or not. */
export function HandKeys() {
  const { isModerator } = useOwnRole();
  const { queue } = useHands();
  const { callOn, lowerAll } = useHandActs();
  const [next] = isModerator ? queue : [];
  useShortcut("shift+n", () => {
    if (next) callOn(next.identity);
  });
  useShortcut("shift+h", () => {
    if (next) lowerAll();
  });
  return null;
}
