"use client";
import { useAudioPlayback } from "@livekit/components-react";
import { Volume2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSaid } from "@/components/call/use-announce";
import { Button } from "@/components/ui/button";

/** Browsers play no sound on a page that nobody has touched, as after a reload: one click allows it. */
export function ClickToHear() {
  const t = useTranslations("features.sound");
  const { canPlayAudio, startAudio } = useAudioPlayback();
  useSaid(canPlayAudio ? undefined : t("why"));
  if (canPlayAudio) return null;
  return (
    <div className="flex max-w-full animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-dialog border border-edge bg-raised px-4 py-3 text-ink text-sm shadow-float">
      <span>{t("why")}</span>
      <Button
        variant="primary"
        icon={<Volume2 size={18} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => void startAudio().catch(() => undefined)}
      >
        {t("clickToHear")}
      </Button>
    </div>
  );
}
