"use client";
import type { Participant } from "livekit-client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { afterMenu } from "@/components/ui/menu";
import { MuteAllKey } from "./mute-all-key";
import { RemoveDialog } from "./remove-dialog";
import { RenameDialog } from "./rename-dialog";
import { RenameKey } from "./rename-key";

interface Dialogs {
  askToRemove: (participant: Participant) => void;
  askForName: (participant: Participant) => void;
}

const DialogsContext = createContext<Dialogs | undefined>(undefined);

export function useModerationDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("useModerationDialogs needs a ModerationProvider above it.");
  return dialogs;
}

/** Holds the dialogs that a person's menu opens, and which outlive it. */
export function ModerationProvider({ children }: { children: ReactNode }) {
  const [removing, setRemoving] = useState<Participant>();
  const [renaming, setRenaming] = useState<Participant>();
  const dialogs = useMemo<Dialogs>(
    () => ({
      askToRemove: (participant) => afterMenu(() => setRemoving(participant)),
      askForName: (participant) => afterMenu(() => setRenaming(participant)),
    }),
    [],
  );
  return (
    <DialogsContext value={dialogs}>
      {children}
      <MuteAllKey />
      <RenameKey askForName={dialogs.askForName} />
      <RemoveDialog participant={removing} onClose={() => setRemoving(undefined)} />
      <RenameDialog participant={renaming} onClose={() => setRenaming(undefined)} />
    </DialogsContext>
  );
}
