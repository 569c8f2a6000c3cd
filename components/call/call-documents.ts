"use client";
// The documents that the call is drawn in: the page's own, and those of windows beside it.
import { useSyncExternalStore } from "react";

let beside: readonly Document[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Document[]): void {
  beside = next;
  for (const listener of listeners) listener();
}

/** Makes the document of another window part of the call: shortcuts work there, too. Returns what ends it. */
export function addCallDocument(added: Document): () => void {
  set([...beside, added]);
  return () => set(beside.filter((each) => each !== added));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const none: readonly Document[] = [];

/** The windows' documents beside the page's own; the same list for as long as they are the same. */
export function useDocumentsBeside(): readonly Document[] {
  return useSyncExternalStore(
    subscribe,
    () => beside,
    () => none,
  );
}

/** Whether an event is of an element: in a window beside the page elements are of that window's own classes. */
export function isElement(target: EventTarget | null): target is Element {
  return target !== null && "closest" in target;
}
