"use client";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { useLoaded } from "@/components/call/use-loaded";
import { useShortcut } from "@/components/call/use-shortcut";
import { Dialog } from "@/components/ui/dialog";

const OpenContext = createContext<() => void>(() => undefined);

/** Opens the list of shortcuts. */
export const useOpenShortcuts = () => useContext(OpenContext);

const loadList = () => import("./shortcuts-list").then(({ ShortcutsList }) => ShortcutsList);

/** Shows all shortcuts to whoever asks; the list is fetched then. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("features.shortcuts");
  const [isOpen, setIsOpen] = useState(false);
  const { part: List, hasFailed, retry } = useLoaded(loadList, isOpen);
  const open = useCallback(() => setIsOpen(true), []);
  const close = () => setIsOpen(false);
  useShortcut("?", open);
  return (
    <OpenContext value={open}>
      {children}
      <Dialog title={t("open")} closeLabel={t("close")} isOpen={isOpen} onClose={close}>
        {List ? <List onClose={close} /> : <LoadingPart hasFailed={hasFailed} onRetry={retry} />}
      </Dialog>
    </OpenContext>
  );
}
