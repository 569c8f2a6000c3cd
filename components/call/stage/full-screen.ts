"use client";
import { useCallback, useState, useSyncExternalStore } from "react";
import { useSurface } from "@/components/call/use-surface";

/** Whether this browser shows a part of a page on the whole screen; phones' mostly do not. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled === true;
}

interface FullScreen {
  /** The tile that has the screen to itself, by its key. */
  filling: string | undefined;
  /** Gives the screen to a tile, or lets it go again, whichever has it. */
  toggleFilling: (key: string) => void;
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}
const never = () => false;

/**
 * One tile on the whole screen: the browser is given the call as a whole, and the stage shows that tile alone,
 * so that the bar, panels and what is said stay with it. Whether it is so, the browser says: it has ways out
 * of its own.
 */
export function useFullScreen(): FullScreen {
  const surface = useSurface();
  const [wanted, setWanted] = useState<string>();
  const isFull = useSyncExternalStore(
    subscribe,
    () => surface !== null && document.fullscreenElement === surface,
    never,
  );
  const toggleFilling = useCallback(
    (key: string) => {
      if (!surface || !canFillScreen()) return;
      const isAsked = document.fullscreenElement !== surface;
      if (isAsked) setWanted(key);
      // Refused where the browser wants a press for it that it has not seen.
      (isAsked ? surface.requestFullscreen() : document.exitFullscreen()).catch(() => undefined);
    },
    [surface],
  );
  return { filling: isFull ? wanted : undefined, toggleFilling };
}
