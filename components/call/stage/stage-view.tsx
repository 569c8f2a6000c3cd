"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useFullScreen } from "./full-screen";
import { StageLooks } from "./stage-looks";

interface StageActs {
  looks: StageLooks;
  /** Gives the screen to a tile, or lets it go again, whichever has it. */
  toggleFilling: (key: string) => void;
}

const StageActsContext = createContext<StageActs | undefined>(undefined);
const FillingContext = createContext<string | undefined>(undefined);

/** What this person can do with the stage; nothing is drawn anew for it. */
export function useStageActs(): StageActs {
  const acts = useContext(StageActsContext);
  if (!acts) throw new Error("useStageActs needs a StageViewProvider above it.");
  return acts;
}

/** The tile that has the screen to itself, by its key. */
export const useFilling = () => useContext(FillingContext);

/** One thing of what this person looks at. */
function useLook<Look extends string | number | boolean | undefined>(
  pick: (now: ReturnType<StageLooks["now"]>) => Look,
): Look {
  const { looks } = useStageActs();
  const picked = () => pick(looks.now());
  return useSyncExternalStore(looks.subscribe, picked, picked);
}

export const usePage = () => useLook(({ page }) => page);
/** The tile that this person wants to see large, by its key. */
export const usePinned = () => useLook(({ pinned }) => pinned);
export const useIsPinned = (key: string) => useLook(({ pinned }) => pinned === key);

interface TileMenu {
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** A tile's menu, which a key opens, too; it is closed with the tile. A bare tile has none. */
export function useTileMenu(key: string, isBare: boolean): TileMenu {
  const { looks } = useStageActs();
  const open = useLook(({ menuOf }) => !isBare && menuOf === key);
  useEffect(() => {
    if (!isBare) return () => looks.closeMenu(key);
  }, [looks, key, isBare]);
  return {
    open,
    onOpenChange: (isOpen) => (isOpen ? looks.openMenu(key) : looks.closeMenu(key)),
  };
}

/** Holds what this person looks at in this call. What they like in every call is a preference. */
export function StageViewProvider({ children }: { children: ReactNode }) {
  const [looks] = useState(() => new StageLooks());
  const { filling, toggleFilling } = useFullScreen();
  const acts = useMemo(() => ({ looks, toggleFilling }), [looks, toggleFilling]);
  return (
    <StageActsContext value={acts}>
      <FillingContext value={filling}>{children}</FillingContext>
    </StageActsContext>
  );
}
