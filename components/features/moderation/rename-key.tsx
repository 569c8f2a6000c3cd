"use client";
import { useRoomContext } from "@livekit/components-react";
import type { Participant } from "livekit-client";
import { useSettings } from "@/components/call/use-meeting-state";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { actsFor } from "./acts";

/** The key that asks for another name of one's own, where one may have it. */
export function RenameKey({ askForName }: { askForName: (participant: Participant) => void }) {
  const { localParticipant } = useRoomContext();
  const { role } = useOwnRole();
  const { rename: mayRename } = useSettings().allow;
  const { rename } = actsFor({ viewer: role, target: role, isSelf: true, mayRename });
  useShortcut("moderation.renameShortcut", () => {
    if (rename) askForName(localParticipant);
  });
  return null;
}
