"use client";
import { useMuteAll } from "@/components/call/use-mute-all";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";

/** The key of hosts that asks to turn off everybody's microphone. */
export function MuteAllKey() {
  const { isModerator } = useOwnRole();
  const { ask, dialog } = useMuteAll();
  useShortcut("shift+m", () => {
    if (isModerator) ask();
  });
  return dialog;
}
