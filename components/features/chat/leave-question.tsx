"use client";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/call/confirm-dialog";
import { useQuestionOnLeaving } from "@/components/call/use-way-out";
import { useChat } from "./chat-provider";

/** Asks whoever leaves with something unsent: beside a closed panel it is easily forgotten. */
export function LeaveQuestion() {
  const t = useTranslations("features.chat.leaving");
  const { unsent } = useChat();
  const { isAsking, goOn, stopAsking } = useQuestionOnLeaving(unsent !== undefined);
  return (
    <ConfirmDialog
      title={t("title")}
      text={t(unsent ?? "sent")}
      confirmLabel={t("confirm")}
      isOpen={isAsking}
      onClose={stopAsking}
      onConfirm={goOn}
    />
  );
}
