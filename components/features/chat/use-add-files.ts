"use client";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useChatSession } from "./chat-provider";
import { mostFileBytes } from "./file-safety";

const mostAtOnce = 10;

/** What puts files beside the draft. It returns why one, or a folder among them, was not taken, as a sentence. */
export function useAddFiles(): (files: readonly File[], folder?: string) => string | undefined {
  const t = useTranslations("features.chat.files");
  const { draft } = useChatSession();
  return useCallback(
    (files, folder) => {
      const good = files.filter(({ size }) => size > 0 && size <= mostFileBytes);
      const all = [...draft.snapshot().files, ...good];
      draft.set({ files: all.slice(0, mostAtOnce) });
      if (folder !== undefined) return t("folder", { name: folder });
      const tooLarge = files.find(({ size }) => size > mostFileBytes);
      if (tooLarge) return t("tooLarge", { name: tooLarge.name });
      const empty = files.find(({ size }) => size === 0);
      if (empty) return t("empty", { name: empty.name });
      return all.length > mostAtOnce ? t("tooMany") : undefined;
    },
    [draft, t],
  );
}
