"use client";
import { useConnectionQualityIndicator, useLocalParticipant } from "@livekit/components-react";
import { ConnectionQuality } from "livekit-client";
import { SignalLow } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useLasting } from "@/components/call/use-lasting";
import { Spinner } from "@/components/ui/spinner";
import { useNudge } from "./use-nudge";

/** Quality flickers: only what lasts is worth a line. */
const poorForMs = 5_000;
const slowAfterMs = 1_500;
/** Long enough to be read; the mark on the tile stays for as long as it is so. */
const adviseForMs = 10_000;
const adviseAgainAfterMs = 300_000;

/** Says on top of the call how the connection is, when there is something to say. */
export function ConnectionLine() {
  const t = useTranslations("features.connection");
  const { phase } = useCall();
  const { localParticipant, isCameraEnabled } = useLocalParticipant();
  const { quality } = useConnectionQualityIndicator({ participant: localParticipant });
  const isPoor = useLasting(phase === "in-call" && quality === ConnectionQuality.Poor, poorForMs);
  const isAdvised = useNudge(isPoor, adviseForMs, adviseAgainAfterMs) && phase === "in-call";
  const isSlow = useLasting(phase === "connecting", slowAfterMs);
  const line =
    phase === "reconnecting"
      ? t("lost")
      : isSlow
        ? t("connecting")
        : isAdvised
          ? t(isCameraEnabled ? "poor" : "poorWithoutCamera")
          : undefined;
  return (
    <div role="status">
      {line !== undefined && (
        <div className="flex animate-rise items-center gap-3 rounded-full border border-edge bg-raised px-4 py-2 text-ink text-sm shadow-float">
          {phase === "in-call" ? (
            <SignalLow size={18} strokeWidth={2} aria-hidden="true" className="text-caution" />
          ) : (
            <Spinner className="size-4" />
          )}
          {line}
        </div>
      )}
    </div>
  );
}
