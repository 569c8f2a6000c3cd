"use client";
import { type Participant, Track } from "livekit-client";
import { Pin, Star } from "lucide-react";
import { useTranslations } from "use-intl";
import { pictureKey } from "@/components/call/connection/stills";
import { useIsPinned, useStageActs } from "@/components/call/stage/stage-view";
import { useMeetingState } from "@/components/call/use-meeting-state";
import { IconButton } from "@/components/ui/button";

/** On a pinned tile: says so, and lets it go. */
function PinnedMark({ tileKey }: { tileKey: string }) {
  const t = useTranslations("features.layout");
  const { looks } = useStageActs();
  if (!useIsPinned(tileKey)) return null;
  return (
    <span className="on-picture">
      <IconButton
        label={t("unpin")}
        aria-description={t("pinned")}
        tooltipSide="bottom"
        className="size-7! bg-scrim! text-on-stage! pointer-coarse:size-9!"
        onClick={() => looks.togglePin(tileKey)}
      >
        <Pin size={16} strokeWidth={1.75} fill="currentColor" aria-hidden="true" />
      </IconButton>
    </span>
  );
}

/** What a person's tile says about why it is large. */
export function PersonMarks({ participant }: { participant: Participant }) {
  const t = useTranslations("features.layout");
  const { identity } = participant;
  const isSpotlit = useMeetingState()?.spotlight === identity;
  return (
    <>
      <PinnedMark tileKey={pictureKey(identity, Track.Source.Camera)} />
      {isSpotlit && (
        <span
          title={t("spotlit")}
          className="on-picture grid size-7 place-items-center rounded-full bg-scrim text-on-stage"
        >
          <Star size={16} strokeWidth={1.75} fill="currentColor" aria-hidden="true" />
          <span className="sr-only">{t("spotlit")}</span>
        </span>
      )}
    </>
  );
}

export function ScreenMark({ participant }: { participant: Participant }) {
  return <PinnedMark tileKey={pictureKey(participant.identity, Track.Source.ScreenShare)} />;
}
