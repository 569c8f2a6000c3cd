"use client";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { muteAll } from "@/lib/client/api";
import { ConfirmDialog } from "./confirm-dialog";
import { useHostAct } from "./use-host-act";

interface MuteAll {
  ask: () => void;
  /** The microphones are being turned off. */
  isPending: boolean;
  /** What asks first: to be drawn by whoever offers it. */
  dialog: ReactNode;
}

/** Turns off the microphone of everybody who is no host, once it was asked for twice. */
export function useMuteAll(): MuteAll {
  const t = useTranslations("call.muteAll");
  const { run, isPending } = useHostAct();
  const [isAsking, setIsAsking] = useState(false);
  const dialog = (
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
  );
  return { ask: () => setIsAsking(true), isPending: isPending("mute-all"), dialog };
}
