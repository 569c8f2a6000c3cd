"use client";
import type { Participant } from "livekit-client";
import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "@/components/call/use-panel";
import { afterMenu, MenuItem } from "@/components/ui/menu";
import { useChatSession, useMayWrite } from "./chat-provider";

/** Somebody else with a seat of ours: a message of theirs can be kept. */
export function mayBeWrittenTo(participant: Participant, mayWrite: boolean): boolean {
  return mayWrite && !participant.isLocal && participant.identity.startsWith("p_");
}

/** Begins a private message, from a person's menu. */
export function PrivateItem({ participant }: { participant: Participant }) {
  const t = useTranslations("features.chat");
  const session = useChatSession();
  const { open } = usePanel();
  const mayWrite = useMayWrite();
  if (!mayBeWrittenTo(participant, mayWrite)) return null;
  const begin = () => {
    const { identity, name } = participant;
    session.draft.beginPrivate({ identity, name: name || identity });
    afterMenu(() => open("chat"));
  };
  return (
    <MenuItem icon={<Lock size={18} strokeWidth={1.75} aria-hidden="true" />} onSelect={begin}>
      {t("writePrivately")}
    </MenuItem>
  );
}
