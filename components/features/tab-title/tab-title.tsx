"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useEveryone } from "@/components/call/use-everyone";
import { useMeetingTitle } from "@/components/call/use-meeting-state";
import { type TabState, tabIcon } from "./tab-icon";
import { useUnseen } from "./use-unseen";

/** Tells a person who looks at another tab how the call is. */
export function TabTitle() {
  const t = useTranslations("features.tab-title");
  const title = useMeetingTitle() ?? t("untitled");
  const { phase, entering, entry } = useCall();
  const isCalling = useUnseen(entry.hasWaited);
  const { isMicrophoneEnabled } = useLocalParticipant();
  const count = useEveryone().length;
  const isMuted = !isMicrophoneEnabled && !entering.microphone;
  const state: TabState = phase !== "in-call" ? "away" : isMuted ? "muted" : "in-call";
  const text = isCalling
    ? t("letIn", { title })
    : phase === "connecting"
      ? t("connecting", { title })
      : phase === "reconnecting"
        ? t("reconnecting", { title })
        : t(isMuted ? "muted" : "inCall", { title, count });

  useEffect(() => {
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, []);
  useEffect(() => {
    document.title = text;
  }, [text]);
  useEffect(() => {
    // Besides the page's own icons, which stay for when the call is over: the last one counts.
    const link = document.createElement("link");
    link.rel = "icon";
    link.type = "image/svg+xml";
    link.href = tabIcon(state);
    document.head.append(link);
    return () => link.remove();
  }, [state]);
  return null;
}
