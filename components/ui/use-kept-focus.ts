"use client";
import { useEffect, useRef } from "react";

interface KeptFocus {
  onFocus: () => void;
  onBlur: () => void;
}

/**
 * For a list whose rows come and go: a row that goes with the focus in it does not take it along. To be
 * spread on what is around the list.
 * @param rows what the list draws
 * @param next where the focus goes then
 */
export function useKeptFocus(rows: unknown, next: () => HTMLElement | null | undefined): KeptFocus {
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows are others.
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (hadFocus.current && isLost) next()?.focus();
  }, [rows]);
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    // Told of whoever goes elsewhere, and not of what is taken away.
    onBlur: () => {
      hadFocus.current = false;
    },
  };
}
