"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { closeDialogs } from "@/components/ui/top-place";
import { useCall } from "./call-provider";

interface PanelState {
  /** The feature whose panel is open. */
  openId: string | undefined;
  open(id: string): void;
  close(): void;
  toggle(id: string): void;
}

const PanelContext = createContext<PanelState | undefined>(undefined);

/** Which side panel is open: one at a time. */
export function usePanel(): PanelState {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("usePanel needs a PanelProvider above it.");
  return panel;
}

/** The panel of a feature that may have been taken out: undefined where it has none to show. */
export function usePanelOf(id: string): { isOpen: boolean; open: () => void } | undefined {
  const { features } = useCall().entry;
  const { openId, open } = usePanel();
  const hasPanel = features.some((feature) => feature.id === id && feature.Panel);
  return hasPanel ? { isOpen: openId === id, open: () => open(id) } : undefined;
}

export function PanelProvider({ children }: { children: ReactNode }) {
  const [openId, setOpenId] = useState<string>();
  const panel = useMemo<PanelState>(
    () => ({
      openId,
      open: (id) => {
        // The news that lead to a panel may be pressed over a dialog.
        closeDialogs();
        setOpenId(id);
      },
      close: () => setOpenId(undefined),
      toggle: (id) => setOpenId((now) => (now === id ? undefined : id)),
    }),
    [openId],
  );
  return <PanelContext value={panel}>{children}</PanelContext>;
}
