"use client";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { type FullScreen, useFullScreen } from "./full-screen";

interface StageView extends FullScreen {
  /** The tile that this person wants to see large, by its key. */
  pinned: string | undefined;
  /** Pins a tile; the pinned one it lets go. */
  togglePin: (key: string) => void;
  page: number;
  turnTo: (page: number) => void;
}

const StageViewContext = createContext<StageView | undefined>(undefined);

/** What this person looks at in this call. What they like in every call is a preference. */
export function useStageView(): StageView {
  const view = useContext(StageViewContext);
  if (!view) throw new Error("useStageView needs a StageViewProvider above it.");
  return view;
}

export function StageViewProvider({ children }: { children: ReactNode }) {
  const [pinned, setPinned] = useState<string>();
  const [page, setPage] = useState(0);
  const togglePin = useCallback(
    (key: string) => setPinned((now) => (now === key ? undefined : key)),
    [],
  );
  const turnTo = useCallback((next: number) => setPage(Math.max(0, next)), []);
  const fullScreen = useFullScreen();
  const view = useMemo(
    () => ({ pinned, togglePin, page, turnTo, ...fullScreen }),
    [pinned, togglePin, page, turnTo, fullScreen],
  );
  return <StageViewContext value={view}>{children}</StageViewContext>;
}
