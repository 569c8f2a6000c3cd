"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { playNotes } from "@/components/call/play-notes";
import { useLookAgain } from "@/components/call/use-look-again";
import { usePanelOf } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { type SaidToast, type ToastMessage, useToast } from "@/components/ui/toast";
import type { Knock } from "@/lib/contract/participant";
import { useLobby } from "./lobby-provider";

/** Says that somebody wants to come in, until that is decided here or by another host. */
export function LobbyToast() {
  const t = useTranslations("features.lobby");
  const toast = useToast();
  const { knocks, decide } = useLobby();
  const people = usePanelOf("participants");
  const { isModerator } = useOwnRole();
  const [hasSound, setHasSound] = useSwitch("lobbySound");
  // Said, for the list that would show it may be closed.
  useShortcut("lobby.sound", () => {
    if (!isModerator) return;
    toast({ text: t(hasSound ? "soundIsOff" : "soundIsOn") });
    setHasSound(!hasSound);
  });
  const isListOpen = people?.isOpen === true;
  const said = useRef<SaidToast>(undefined);
  const known = useRef<ReadonlySet<string>>(new Set());

  const wordsFor = ([first, ...others]: readonly [Knock, ...Knock[]]): ToastMessage => {
    const { name, identity } = first;
    // Where the list is open, it has the buttons: there this only says so in passing.
    if (isListOpen) {
      return {
        text:
          others.length === 0 ? t("wants", { name }) : t("want", { name, others: others.length }),
      };
    }
    const admit = { label: t("admit"), onSelect: () => decide("admit", identity) };
    if (others.length === 0) return { text: t("wants", { name }), isLasting: true, action: admit };
    return {
      text: t("want", { name, others: others.length }),
      isLasting: true,
      // Without a list they are let in one after the other.
      action: people ? { label: t("show"), onSelect: people.open } : admit,
    };
  };
  useLookAgain(knocks, () => {
    const [first, ...others] = knocks;
    const isSomebodyNew = knocks.some(({ identity }) => !known.current.has(identity));
    known.current = new Set(knocks.map(({ identity }) => identity));
    if (!first) {
      said.current?.dismiss();
      return;
    }
    const words = wordsFor([first, ...others]);
    if (!isSomebodyNew) {
      said.current?.update(words);
      return;
    }
    said.current?.dismiss();
    said.current = toast(words);
    if (hasSound) playNotes(587, 784);
  });
  useEffect(() => {
    if (isListOpen) said.current?.dismiss();
  }, [isListOpen]);
  return null;
}
