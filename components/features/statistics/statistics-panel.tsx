"use client";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { PanelFrame } from "@/components/call/panel-frame";
import { useLoaded } from "@/components/call/use-loaded";

const loadFigures = () => import("./every-track");

/** Figures for the curious, and for whoever asks them what is wrong; fetched when they are asked for first. */
export function StatisticsPanel() {
  const t = useTranslations("features.statistics");
  const { part, hasFailed, retry } = useLoaded(loadFigures, true);
  return (
    <PanelFrame title={t("title")}>
      {part ? <part.EveryTrack /> : <LoadingPart hasFailed={hasFailed} onRetry={retry} />}
    </PanelFrame>
  );
}
