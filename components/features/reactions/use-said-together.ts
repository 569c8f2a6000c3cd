"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import { useTogether } from "@/components/call/use-together";
import type { Sender } from "./floating";
import type { Reaction } from "./message";
import { type Heard, saidTogether } from "./said-together";

/** What comes within this is one sentence. */
const togetherMs = 1_500;
/** Kinds that are said at once: a list of nine is no news any more. */
const mostKinds = 3;

/** Says reactions to screen readers, those that come together in one sentence. */
export function useSaidTogether(): (sender: Sender, reaction: Reaction) => void {
  const t = useTranslations("features.reactions");
  const announce = useAnnounce();
  const gather = useTogether<Heard>(togetherMs, (heard) => {
    const kinds = saidTogether(heard).slice(0, mostKinds);
    const sentences = kinds.map(({ reaction, name, others }) => {
      const what = t(`said.${reaction}`);
      return others === 0 ? t("one", { name, what }) : t("more", { name, others, what });
    });
    announce("reactions", sentences.join(". "));
  });
  return useCallback(
    ({ identity, name, isLocal }, reaction) =>
      gather({ identity, name: isLocal ? t("you") : name, reaction }),
    [gather, t],
  );
}
