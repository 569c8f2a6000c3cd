"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { playNotes } from "@/components/call/play-notes";
import { isReadOut, useAnnounce } from "@/components/call/use-announce";
import { usePanel } from "@/components/call/use-panel";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { readPreferences } from "@/lib/client/preferences";
import { useChatSession } from "./chat-provider";
import { plainOf } from "./markdown";
import type { Entry } from "./merge-messages";

const mostLetters = 90;
/** What comes so soon after a notice is said in its place. */
const togetherMs = 5_000;
const leastBetweenSoundsMs = 4_000;

/** Says that somebody wrote something, or that a file was not sent, to whoever does not see it. */
export function ChatNews() {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const { openId, open } = usePanel();
  const toast = useToast();
  const announce = useAnnounce();
  const said = useRef<{ toast: SaidToast; count: number; at: number }>(undefined);
  const soundedAt = useRef(Number.NEGATIVE_INFINITY);

  const show = (sentence: string) => {
    const rest = {
      action: { label: t("show"), onSelect: () => open("chat") },
      isQuiet: !isReadOut("messages"),
    };
    const now = performance.now();
    const last = said.current;
    if (last && now - last.at < togetherMs) {
      const count = last.count + 1;
      // One that was closed, or has made room for others, says nothing any more.
      if (last.toast.update({ text: t("several", { count }), ...rest })) {
        last.count = count;
        return;
      }
    }
    said.current = { toast: toast({ text: sentence, ...rest }), count: 1, at: now };
  };
  const isSeen = () => openId === "chat" && document.visibilityState === "visible";
  const tell = useEffectEvent((entry: Entry) => {
    if (entry.content.kind === "deleted") return;
    const { name } = entry.author;
    const what =
      entry.content.kind === "file"
        ? t("sentFile", { name: entry.content.name })
        : short(plainOf(entry.content.text));
    const sentence = t(entry.to === null ? "says" : "saysPrivately", { name, what });
    const { messageNotices, messageSound } = readPreferences();
    // A notice is read out by itself.
    if (isSeen() || !messageNotices) announce("messages", sentence);
    else show(sentence);
    const now = performance.now();
    if (isSeen() || !messageSound || now - soundedAt.current < leastBetweenSoundsMs) return;
    soundedAt.current = now;
    playNotes(880);
  });
  useEffect(() => session.onNews((entry) => tell(entry)), [session]);
  const tellFailure = useEffectEvent(({ id, content }: Entry) => {
    // In the list it says so itself.
    if (isSeen() || content.kind !== "file") return;
    const { name } = content;
    const isUnreceived = session.transfers.of(id)?.state === "unreceived";
    toast({
      text: isUnreceived ? t("files.unreceivedNamed", { name }) : t("files.failedNamed", { name }),
      action: { label: t("files.retry"), onSelect: () => session.transfers.retry(id) },
    });
  });
  useEffect(() => session.onFailure((entry) => tellFailure(entry)), [session]);
  useEffect(() => {
    if (openId !== "chat") return;
    said.current?.toast.dismiss();
    said.current = undefined;
  }, [openId]);
  return null;
}

function short(text: string): string {
  const letters = [...text];
  return letters.length <= mostLetters
    ? text
    : `${letters.slice(0, mostLetters).join("").trimEnd()}…`;
}
