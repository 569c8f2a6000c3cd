"use client";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

const atFirst = 40;
const more = 60;

/**
 * How many of a long list to draw: some at first, and more whenever its end comes near. `end` goes after
 * the last of them.
 */
export function useGrowing(total: number, end: RefObject<HTMLElement | null>): number {
  const [wanted, setWanted] = useState(atFirst);
  const isWhole = wanted >= total;
  const grow = useEffectEvent(() => setWanted((now) => Math.min(total, now + more)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each growth the end is somewhere else.
  useEffect(() => {
    const element = end.current;
    if (!element || isWhole) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) grow();
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [end, isWhole, wanted]);
  return Math.min(wanted, total);
}
