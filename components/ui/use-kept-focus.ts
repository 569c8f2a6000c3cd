"use client";
import { type FocusEvent, useLayoutEffect, useRef } from "react";

interface KeptFocus {
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: () => void;
}

/**
 * For a list whose rows come and go: a row that goes with the focus in it does not take it along. To be
 * spread on what is around the list.
 * @param rows what the list draws
 * @param next where the focus goes then, told what had it
 */
export function useKeptFocus(
  rows: unknown,
  next: (gone: HTMLElement) => HTMLElement | null | undefined,
): KeptFocus {
  const last = useRef<HTMLElement>(undefined);
  // Before anything else looks after a focus that is lost (`useRegions`).
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows are others.
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (last.current && isLost) next(last.current)?.focus();
  }, [rows]);
  return {
    onFocus: ({ target }) => {
      last.current = target;
    },
    // Told of whoever goes elsewhere, and not of what is taken away.
    onBlur: () => {
      last.current = undefined;
    },
  };
}
