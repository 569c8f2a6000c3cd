"use client";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { PanelFrame } from "@/components/call/panel-frame";
import { Slot } from "@/components/call/slots";
import { useEveryone } from "@/components/call/use-everyone";
import { useLoaded } from "@/components/call/use-loaded";

export const loadPeople = () => import("./people-list");

/** The list of people beside the stage, which is fetched when it is asked for first. */
export function ParticipantsPanel() {
  const t = useTranslations("features.participants");
  const count = t("count", { count: useEveryone().length });
  const { part, hasFailed, retry } = useLoaded(loadPeople, true);
  return (
    <PanelFrame title={count} footer={<Slot name="PeopleFooter" />}>
      {part ? (
        <part.PeopleList name={count} />
      ) : (
        <LoadingPart hasFailed={hasFailed} onRetry={retry} />
      )}
    </PanelFrame>
  );
}
