"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { playNotes } from "@/components/call/play-notes";
import { isReadOut, useAnnounce } from "@/components/call/use-announce";
import { useLookAgain } from "@/components/call/use-look-again";
import { usePanelOf } from "@/components/call/use-panel";
import { useOwnRole } from "@/components/call/use-role";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { readPreferences } from "@/lib/client/preferences";
import { HandKeys } from "./hand-keys";
import { type Hand, raisedSince } from "./hand-order";
import { useHands } from "./hands-provider";
import { LoweredNews } from "./lowered-news";
import { OwnHandNews } from "./own-hand-news";
import { TurnNews } from "./turn-news";

/** Says what happens with the hands to those whom it concerns, and hears the hosts' keys. */
export function HandNews() {
  return (
    <>
      <RaisedNews />
      <LoweredNews />
      <OwnHandNews />
      <TurnNews />
      <HandKeys />
    </>
  );
}

/** Tells hosts, who have to act, by a note and a sound; screen readers of everybody are told. */
function RaisedNews() {
  const t = useTranslations("features.raise-hand");
  const toast = useToast();
  const announce = useAnnounce();
  const { queue } = useHands();
  const { isModerator } = useOwnRole();
  const people = usePanelOf("participants");
  const isListOpen = people?.isOpen === true;
  const said = useRef<SaidToast>(undefined);
  const told = useRef<readonly Hand[]>([]);
  const known = useRef<readonly Hand[]>(undefined);

  const sentenceFor = ([first, ...others]: readonly Hand[]) => {
    if (!first) return undefined;
    const { name } = first;
    return others.length === 0
      ? t("raised", { name })
      : t("raisedMore", { name, others: others.length });
  };
  useLookAgain(queue, () => {
    const fresh = raisedSince(known.current ?? [], queue).filter(({ isLocal }) => !isLocal);
    const isFirstLook = known.current === undefined;
    known.current = queue;
    // The note speaks of those whose hand is still up, and goes with the last of them.
    const stillUp = ({ identity }: Hand) => queue.some((hand) => hand.identity === identity);
    told.current = [...told.current, ...fresh].filter(stillUp);
    const sentence = sentenceFor(told.current);
    if (sentence === undefined) said.current?.dismiss();
    if (fresh.length === 0 || isFirstLook) return;
    const { handToast, handSound } = readPreferences();
    if (isModerator && handSound) playNotes(660);
    if (!isModerator || !handToast || isListOpen || sentence === undefined) {
      announce("hands", sentenceFor(fresh) ?? "");
      return;
    }
    said.current?.dismiss();
    said.current = toast({
      text: sentence,
      isQuiet: !isReadOut("hands"),
      ...(people ? { action: { label: t("show"), onSelect: people.open } } : {}),
    });
  });
  useEffect(() => {
    if (!isListOpen) return;
    told.current = [];
    said.current?.dismiss();
  }, [isListOpen]);
  return null;
}
