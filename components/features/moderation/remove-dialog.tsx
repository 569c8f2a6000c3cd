"use client";
import type { Participant } from "livekit-client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/call/confirm-dialog";
import { useHostAct } from "@/components/call/use-host-act";
import { useSettings } from "@/components/call/use-meeting-state";
import { roleOf } from "@/components/call/use-role";
import { Switch } from "@/components/ui/switch";
import { removeParticipant, updateMeeting } from "@/lib/client/api";

interface RemoveDialogProps {
  /** Who is to go; nobody: it is closed. */
  participant: Participant | undefined;
  onClose: () => void;
}

/** Asks once before somebody is put out, and offers what keeps them out. */
export function RemoveDialog({ participant, onClose }: RemoveDialogProps) {
  const t = useTranslations("features.moderation");
  const { run } = useHostAct();
  const { lobby } = useSettings();
  const [withLobby, setWithLobby] = useState(false);
  const [withRotation, setWithRotation] = useState(false);
  const identity = participant?.identity;
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person anew.
  useEffect(() => {
    setWithLobby(false);
    setWithRotation(false);
  }, [identity]);
  const isHost = participant !== undefined && roleOf(participant) === "host";
  const name = participant?.name || (identity ?? "");

  const remove = async () => {
    if (identity === undefined) return;
    // The lobby first: between the two nobody slips in under another name.
    if (withLobby) {
      await run("settings:lobby", ({ meetingId, as }) =>
        updateMeeting(meetingId, { settings: { lobby: true } }, as),
      );
    }
    // One act: what the server keeps for later, while LiveKit is away, is all of it.
    await run(
      `remove:${identity}`,
      ({ meetingId, as }) =>
        removeParticipant(meetingId, identity, { rotate: withRotation, ...as }),
      { done: { text: t("removed", { name }) } },
    );
  };
  return (
    <ConfirmDialog
      title={t("removeTitle", { name })}
      text={
        <>
          {t(lobby ? "removeTextWithLobby" : "removeText")}
          {isHost && ` ${t("removeHostText")}`}
        </>
      }
      confirmLabel={t("remove")}
      isDanger={true}
      isOpen={participant !== undefined}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <div className="grid gap-2">
        {!lobby && (
          <Switch
            label={t("withLobby")}
            hint={t("withLobbyHint")}
            checked={withLobby}
            onChange={(event) => setWithLobby(event.currentTarget.checked)}
          />
        )}
        <Switch
          label={t("withRotation")}
          hint={t("withRotationHint")}
          checked={withRotation}
          onChange={(event) => setWithRotation(event.currentTarget.checked)}
        />
      </div>
    </ConfirmDialog>
  );
}
