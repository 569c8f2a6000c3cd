"use client";
import { VideoOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSaid } from "@/components/call/use-announce";
import { Button } from "@/components/ui/button";
import { useAudioOnly } from "./use-audio-only";

/** Says that there are no pictures, and brings them back. */
export function AudioOnly() {
  const t = useTranslations("features.quality");
  const { isAudioOnly, turn } = useAudioOnly();
  useSaid(isAudioOnly ? t("isAudioOnly") : undefined);
  if (!isAudioOnly) return null;
  return (
    <div className="flex max-w-full animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-1 rounded-dialog border border-edge bg-raised py-1.5 pr-2 pl-4 max-sm:pt-3 text-ink text-sm shadow-float">
      <span className="flex items-center gap-2">
        <VideoOff size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        {t("isAudioOnly")}
      </span>
      <Button variant="plain" className="text-accent-strong!" onClick={() => turn(false)}>
        {t("showVideo")}
      </Button>
    </div>
  );
}
