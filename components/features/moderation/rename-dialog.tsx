"use client";
import type { Participant } from "livekit-client";
import { type SubmitEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useHostAct } from "@/components/call/use-host-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { updateParticipant } from "@/lib/client/api";
import { rememberPreferences } from "@/lib/client/preferences";
import { keepSeat, seatOf } from "@/lib/client/seats";
import { ParticipantName } from "@/lib/contract/participant";

interface RenameDialogProps {
  /** Who is to be called otherwise; nobody: it is closed. */
  participant: Participant | undefined;
  onClose: () => void;
}

/** The browser calls the person the same the next time. */
function rememberOwnName(meetingId: string, name: string) {
  rememberPreferences({ name });
  const seat = seatOf(meetingId);
  if (seat) keepSeat(meetingId, { ...seat, name });
}

/** Asks for somebody's new name, or for one's own. */
export function RenameDialog({ participant, onClose }: RenameDialogProps) {
  const t = useTranslations("features.moderation");
  const { run, isPending } = useHostAct();
  const [draft, setDraft] = useState("");
  const [error, setError] = useState<string>();
  const key = `rename:${participant?.identity}`;
  useEffect(() => {
    setDraft(participant?.name ?? "");
    setError(undefined);
  }, [participant]);

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!participant) return;
    const name = ParticipantName.safeParse(draft);
    if (!name.success) {
      setError(name.error.issues[0]?.message ?? t("nameMissing"));
      return;
    }
    setError(undefined);
    const isDone = await run(
      key,
      async ({ meetingId, as }) => {
        await updateParticipant(meetingId, participant.identity, { name: name.data }, as);
        if (participant.isLocal) rememberOwnName(meetingId, name.data);
      },
      { failed: setError },
    );
    if (isDone) onClose();
  };
  const title = participant?.isLocal
    ? t("renameSelfTitle")
    : t("renameTitle", { name: participant?.name ?? "" });
  return (
    <Dialog
      title={title}
      closeLabel={t("cancel")}
      isOpen={participant !== undefined}
      onClose={onClose}
    >
      <form noValidate className="grid gap-4" onSubmit={(event) => void save(event)}>
        <TextField
          label={t("nameField")}
          value={draft}
          error={error}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" variant="primary" isPending={isPending(key)}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
