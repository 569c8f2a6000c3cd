"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/call/confirm-dialog";
import { useHostAct } from "@/components/call/use-host-act";
import { deleteMessage } from "@/lib/client/api";
import { useChatSession } from "./chat-provider";
import type { Entry } from "./merge-messages";

/** Asks once before a message goes for everybody. */
export function DeleteDialog({
  entry,
  onClose,
}: {
  entry: Entry | undefined;
  onClose: () => void;
}) {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const { run } = useHostAct();
  // What it says stays while it closes.
  const [last, setLast] = useState(entry);
  if (entry && entry !== last) setLast(entry);
  const isFile = last?.content.kind === "file";
  const isOwn = last && session.isOwn(last);
  const confirm = () => {
    if (!last) return;
    const act = ({ meetingId, as }: { meetingId: string; as: { seatToken: string } }) =>
      deleteMessage(meetingId, last.id, {
        ...as,
        // Of what is not kept the API does not know whom it was for.
        ...(isFile && last.to !== null ? { to: last.to } : {}),
      });
    void run(`message:${last.id}`, act).then(() => session.look());
  };
  return (
    <ConfirmDialog
      title={t(isFile ? "files.deleteTitle" : "deleteTitle")}
      text={
        isFile
          ? t("files.deleteText")
          : last && !isOwn
            ? t("deleteTheirs", { name: last.author.name })
            : t("deleteOwn")
      }
      confirmLabel={t("delete")}
      isDanger={true}
      isOpen={entry !== undefined}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
