"use client";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "@/components/call/use-panel";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { useChat } from "./chat-provider";

const mostShown = 99;

/** Opens and closes the chat, and says how much of it is new. */
export function ChatButton() {
  const t = useTranslations("features.chat");
  const { openId, toggle } = usePanel();
  const { unread } = useChat();
  const isOpen = openId === "chat";
  const shortcut = useShortcut("c", () => toggle("chat"));
  return (
    <span className="relative inline-flex">
      <IconButton
        label={t("chat")}
        shortcut={shortcut}
        size="large"
        variant={isOpen ? "quiet" : "plain"}
        aria-pressed={isOpen}
        aria-describedby="chat-unread"
        onClick={() => toggle("chat")}
      >
        <MessageSquare size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="tabular pointer-events-none absolute top-0.5 left-6.5 grid h-5 min-w-5 animate-appear place-items-center rounded-full bg-accent px-1 font-semibold text-on-accent text-xs"
        >
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
      <span id="chat-unread" className="sr-only">
        {t("unread", { count: unread })}
      </span>
    </span>
  );
}
