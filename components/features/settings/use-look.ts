"use client";
import { useEffect, useSyncExternalStore } from "react";
import {
  chooseContrast,
  chooseTheme,
  followContrast,
  hasMoreContrast,
  readTheme,
  showTheme,
  type Theme,
  watchTheme,
} from "@/lib/client/theme";

const listeners = new Set<() => void>();

/** Something in this tab changed how the page looks. */
export function tellLookChanged(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stopTheme = watchTheme((theme) => {
    showTheme(theme);
    listener();
  });
  const stopContrast = followContrast(listener);
  return () => {
    listeners.delete(listener);
    stopTheme();
    stopContrast();
  };
}

/** Follows what another tab chose, also while the settings are closed. */
export function useFollowedLook(): void {
  useEffect(() => subscribe(() => undefined), []);
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
