"use client";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { PanelFrame } from "@/components/call/panel-frame";
import { useLoaded } from "@/components/call/use-loaded";
import { usePanel } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";

export const loadControls = () => import("./host-controls");

/** What a host decides, fetched when it is asked for first. It closes for who is no host any more. */
export function HostPanel() {
  const t = useTranslations("features.host-controls");
  const { isModerator } = useOwnRole();
  const { close } = usePanel();
  const { part, hasFailed, retry } = useLoaded(loadControls, true);
  useEffect(() => {
    if (!isModerator) close();
  }, [isModerator, close]);
  return (
    <PanelFrame title={t("title")}>
      {part ? <part.HostControls /> : <LoadingPart hasFailed={hasFailed} onRetry={retry} />}
    </PanelFrame>
  );
}
