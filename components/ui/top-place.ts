"use client";
// While a dialog is open, nothing outside it can be pressed, and screen readers say nothing of it. What
// concerns the whole page, as news does, moves into the dialog that lies on top.
import { useSyncExternalStore } from "react";

const places: HTMLElement[] = [];
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

/** Says that from now on everything but `place` is out of reach. Returns what ends that. */
export function coverAllBut(place: HTMLElement): () => void {
  places.push(place);
  tell();
  return () => {
    const at = places.lastIndexOf(place);
    if (at >= 0) places.splice(at, 1);
    tell();
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const topmost = () => places.at(-1);
const nothing = () => undefined;

/** What covers all else now, if anything does. */
export function useTopPlace(): HTMLElement | undefined {
  return useSyncExternalStore(subscribe, topmost, nothing);
}
