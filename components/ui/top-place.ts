"use client";
// While a dialog is open, nothing outside it can be pressed, and screen readers say nothing of it. What
// concerns the whole page, as news does, is said in the dialog that lies on top.
import { useSyncExternalStore } from "react";

const dialogs: HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

/** Says that from now on everything but `dialog` is out of reach. Returns what ends that. */
export function coverAllBut(dialog: HTMLDialogElement): () => void {
  dialogs.push(dialog);
  tell();
  return () => {
    const at = dialogs.lastIndexOf(dialog);
    if (at >= 0) dialogs.splice(at, 1);
    tell();
  };
}

/** Closes whatever covers the page, for what is shown next lies under it. */
export function closeDialogs(): void {
  for (const dialog of dialogs.toReversed()) dialog.close();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What covers all else now, if anything does. */
export const topPlace = (): HTMLElement | undefined => dialogs.at(-1);
const nothing = () => undefined;

/** The same, as it changes. */
export function useTopPlace(): HTMLElement | undefined {
  return useSyncExternalStore(subscribe, topPlace, nothing);
}
