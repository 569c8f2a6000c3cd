"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { type FullScreen, useFullScreen } from "./full-screen";

interface StageView extends FullScreen {
  /** The tile that this person wants to see large, by its key. */
  pinned: string | undefined;
  /** Pins a tile; the pinned one it lets go. */
  togglePin: (key: string) => void;
  page: number;
  turnTo: (page: number) => void;
  /** The tile whose menu is open, by its key. */
  menuOf: string | undefined;
  openMenu: (key: string) => void;
  /** Closes the menu of this tile, if it is open. */
  closeMenu: (key: string) => void;
}

const StageViewContext = createContext<StageView | undefined>(undefined);

/** What this person looks at in this call. What they like in every call is a preference. */
export function useStageView(): StageView {
  const view = useContext(StageViewContext);
  if (!view) throw new Error("useStageView needs a StageViewProvider above it.");
  return view;
}

interface TileMenu {
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** A tile's menu, which a key opens, too; it is closed with the tile. */
export function useTileMenu(key: string): TileMenu {
  const { menuOf, openMenu, closeMenu } = useStageView();
  useEffect(() => () => closeMenu(key), [closeMenu, key]);
  return {
    open: menuOf === key,
    onOpenChange: (isOpen) => (isOpen ? openMenu(key) : closeMenu(key)),
  };
}

export function StageViewProvider({ children }: { children: ReactNode }) {
  const [pinned, setPinned] = useState<string>();
  const [page, setPage] = useState(0);
  const togglePin = useCallback(
    (key: string) => setPinned((now) => (now === key ? undefined : key)),
    [],
  );
  const turnTo = useCallback((next: number) => setPage(Math.max(0, next)), []);
  const [menuOf, openMenu] = useState<string>();
  const closeMenu = useCallback(
    (key: string) => openMenu((now) => (now === key ? undefined : now)),
    [],
  );
  const fullScreen = useFullScreen();
  const view = useMemo(
    () => ({ pinned, togglePin, page, turnTo, menuOf, openMenu, closeMenu, ...fullScreen }),
    [pinned, togglePin, page, turnTo, menuOf, closeMenu, fullScreen],
  );
  return <StageViewContext value={view}>{children}</StageViewContext>;
}
