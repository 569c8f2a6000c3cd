"use client";
import { MicOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { muteAll } from "@/lib/client/api";
import { ConfirmDialog } from "./confirm-dialog";
import { useHostAct } from "./use-host-act";

/** Turns off the microphone of everybody who is no host, once it was asked for twice. */
export function MuteAllButton({ className = "" }: { className?: string }) {
  const t = useTranslations("call.muteAll");
  const { run, isPending } = useHostAct();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        isPending={isPending("mute-all")}
        icon={<MicOff size={18} strokeWidth={1.75} aria-hidden="true" />}
        className={className}
        onClick={() => setIsAsking(true)}
      >
        {t("button")}
      </Button>
      <ConfirmDialog
        title={t("title")}
        text={t("text")}
        confirmLabel={t("confirm")}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() =>
          void run(
            "mute-all",
            ({ meetingId, as }) => muteAll(meetingId, { sources: ["microphone"] }, as),
            { done: { text: t("done") } },
          )
        }
      />
    </>
  );
}
