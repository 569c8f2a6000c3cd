"use client";
import { MicOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useMuteAll } from "./use-mute-all";

/** Offers to turn off everybody's microphone. */
export function MuteAllButton({ className = "" }: { className?: string }) {
  const t = useTranslations("call.muteAll");
  const { ask, isPending, dialog } = useMuteAll();
  return (
    <>
      <Button
        isPending={isPending}
        icon={<MicOff size={18} strokeWidth={1.75} aria-hidden="true" />}
        className={className}
        onClick={ask}
      >
        {t("button")}
      </Button>
      {dialog}
    </>
  );
}
