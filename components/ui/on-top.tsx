"use client";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTopPlace } from "./top-place";

export interface Placed {
  /** What lay on top when it was said (`topPlace`). */
  place: HTMLElement | undefined;
}

interface OnTopProps<Item extends Placed> {
  items: readonly Item[];
  /** Draws a region with these in it, or with none. */
  children: (items: readonly Item[]) => ReactNode;
}

/**
 * Draws what is said in a region of the page, and what is said over a dialog in one inside it; once that is
 * closed, in the page. Regions stand before anything is said in them: screen readers pass over one that
 * comes with its words, or read all of it again.
 */
export function OnTop<Item extends Placed>({ items, children }: OnTopProps<Item>) {
  const top = useTopPlace();
  const isAbove = ({ place }: Item) => top !== undefined && place === top;
  return (
    <>
      {children(items.filter((item) => !isAbove(item)))}
      {top && createPortal(children(items.filter(isAbove)), top)}
    </>
  );
}
