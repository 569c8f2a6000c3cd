"use client";
import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import type { Sender } from "./floating";
import type { Reaction } from "./message";
import { saidTogether } from "./said-together";

/** What comes within this is one sentence. */
const togetherMs = 1_500;
/** Kinds that are said at once: a list of nine is no news any more. */
const mostKinds = 3;

/** Says reactions to screen readers, those that come together in one sentence. */
export function useSaidTogether(): (sender: Sender, reaction: Reaction) => void {
  const t = useTranslations("features.reactions");
  const announce = useAnnounce();
  const heard = useRef<{ identity: string; name: string; reaction: Reaction }[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useEffectEvent(() => {
    const kinds = saidTogether(heard.current).slice(0, mostKinds);
    heard.current = [];
    const sentences = kinds.map(({ reaction, name, others }) => {
      const what = t(`said.${reaction}`);
      return others === 0 ? t("one", { name, what }) : t("more", { name, others, what });
    });
    announce("reactions", sentences.join(". "));
  });
  const run = useRef(() => {});
  useEffect(() => {
    run.current = () => say();
    return () => clearTimeout(timer.current);
  }, []);
  return useCallback(
    ({ identity, name, isLocal }, reaction) => {
      if (heard.current.length === 0) {
        timer.current = setTimeout(() => run.current(), togetherMs);
      }
      heard.current.push({ identity, name: isLocal ? t("you") : name, reaction });
    },
    [t],
  );
}
