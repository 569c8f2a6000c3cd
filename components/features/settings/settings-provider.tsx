"use client";
import { type ReactNode, useCallback, useState } from "react";
import type { SettingsTab } from "@/components/call/feature";
import { OpenSettingsContext } from "@/components/call/use-open-settings";
import { useShortcut } from "@/components/call/use-shortcut";
import { SettingsDialog } from "./settings-dialog";

/** Opens the settings for whoever asks in the call. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [tab, setTab] = useState<SettingsTab>();
  const open = useCallback((wanted?: SettingsTab) => {
    if (wanted) setTab(wanted);
    setIsOpen(true);
  }, []);
  useShortcut(",", () => open());
  return (
    <OpenSettingsContext value={open}>
      {children}
      <SettingsDialog tab={tab} onTab={setTab} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </OpenSettingsContext>
  );
}
