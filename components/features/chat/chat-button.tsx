"use client";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { PanelButton } from "@/components/call/panel-button";
import { CountBadge } from "@/components/ui/count-badge";
import { useChat } from "./chat-provider";

const mostShown = 99;

/** Opens and closes the chat, and says how much of it is new. */
export function ChatButton() {
  const t = useTranslations("features.chat");
  const { unread } = useChat();
  return (
    <PanelButton
      panel="chat"
      label={t("chat")}
      ownKey="c"
      icon={<MessageSquare size={20} strokeWidth={1.75} aria-hidden="true" />}
      detail={t("unread", { count: unread })}
    >
      {unread > 0 && (
        <CountBadge
          count={unread > mostShown ? `${mostShown}+` : unread}
          className="top-0.5 left-6.5 bg-accent text-on-accent"
        />
      )}
    </PanelButton>
  );
}
