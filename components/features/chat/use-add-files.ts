"use client";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { useChatSession } from "./chat-provider";
import { mostFileBytes } from "./file-safety";

const mostAtOnce = 10;

/** Puts files beside the draft, and says why one is not taken. */
export function useAddFiles(): {
  add: (files: readonly File[]) => void;
  refused: string | undefined;
} {
  const t = useTranslations("features.chat.files");
  const { draft } = useChatSession();
  const [refused, setRefused] = useState<string>();
  const add = useCallback(
    (files: readonly File[]) => {
      const tooLarge = files.find(({ size }) => size > mostFileBytes);
      const empty = files.find(({ size }) => size === 0);
      const good = files.filter(({ size }) => size > 0 && size <= mostFileBytes);
      const all = [...draft.snapshot().files, ...good];
      setRefused(
        tooLarge
          ? t("tooLarge", { name: tooLarge.name })
          : empty
            ? t("empty", { name: empty.name })
            : all.length > mostAtOnce
              ? t("tooMany")
              : undefined,
      );
      draft.set({ files: all.slice(0, mostAtOnce) });
    },
    [draft, t],
  );
  return { add, refused };
}
