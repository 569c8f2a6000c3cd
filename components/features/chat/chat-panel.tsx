"use client";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { PanelFrame } from "@/components/call/panel-frame";
import { useLoaded } from "@/components/call/use-loaded";

const loadChat = () => import("./chat-room");

/** The chat beside the stage; what it is made of is fetched when it is opened first. */
export function ChatPanel() {
  const t = useTranslations("features.chat");
  const { part, hasFailed, retry } = useLoaded(loadChat, true);
  return (
    <PanelFrame title={t("chat")} hasOwnScroll={true}>
      {part ? <part.ChatRoom /> : <LoadingPart hasFailed={hasFailed} onRetry={retry} />}
    </PanelFrame>
  );
}
