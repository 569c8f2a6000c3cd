"use client";
import { useTranslations } from "use-intl";
import { endMeeting } from "@/lib/client/api";
import { ConfirmDialog } from "./confirm-dialog";
import { useHostAct } from "./use-host-act";

/** Asks once, then ends the meeting for everyone who is inside. */
export function EndForAllDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("call.endForAll");
  const { run } = useHostAct();
  return (
    <ConfirmDialog
      title={t("title")}
      text={t("text")}
      confirmLabel={t("confirm")}
      isDanger={true}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() => void run("end", ({ meetingId, as }) => endMeeting(meetingId, as))}
    />
  );
}
