"use client";
import { type RefObject, useDeferredValue, useEffect, useEffectEvent, useState } from "react";

/** So many fill a panel. */
const atOnce = 14;
const atFirst = 40;
const more = 60;

/**
 * How many of a long list to draw: a panel full at once and some more as soon as there is time, and more whenever
 * its end comes near. `end` goes after the last of them, in the box that scrolls.
 */
export function useGrowing(total: number, end: RefObject<HTMLElement | null>): number {
  const [wanted, setWanted] = useState(atFirst);
  const due = Math.min(wanted, total);
  const drawn = useDeferredValue(due, atOnce);
  const isSettled = due < total && drawn === due;
  const grow = useEffectEvent(() => setWanted((now) => Math.min(total, now + more)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each growth the end is somewhere else.
  useEffect(() => {
    const element = end.current;
    if (!element || !isSettled) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) grow();
      },
      // Of a box that scrolls in the page, a margin around the page itself would see nothing more.
      { root: element.parentElement, rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [end, isSettled, wanted]);
  return drawn;
}
