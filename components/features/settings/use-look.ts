"use client";
import { useSyncExternalStore } from "react";
import {
  chooseContrast,
  chooseTheme,
  hasMoreContrast,
  readTheme,
  type Theme,
  watchContrast,
  watchTheme,
} from "@/lib/client/theme";

const listeners = new Set<() => void>();

/** Something in this tab changed how the page looks. */
export function tellLookChanged(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stopTheme = watchTheme(listener);
  const stopContrast = watchContrast(listener);
  return () => {
    listeners.delete(listener);
    stopTheme();
    stopContrast();
  };
}

/** How the page looks, as it is now in all of this browser's tabs, and what changes it. */
export function useLook() {
  const theme = useSyncExternalStore<Theme>(subscribe, readTheme, () => "system");
  const isContrasty = useSyncExternalStore(subscribe, hasMoreContrast, () => false);
  return {
    theme,
    isContrasty,
    setTheme: (next: Theme) => {
      chooseTheme(next);
      tellLookChanged();
    },
    setContrasty: (isMore: boolean) => {
      chooseContrast(isMore ? "more" : "less");
      tellLookChanged();
    },
  };
}
