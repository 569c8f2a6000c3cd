"use client";
import { useCallback, useEffect, useEffectEvent, useRef } from "react";

/** Gathers what comes within a while of the first of it, and hands it over together. */
export function useTogether<Item>(
  ms: number,
  take: (items: readonly Item[]) => void,
): (item: Item) => void {
  const gathered = useRef<Item[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handOver = useEffectEvent(() => {
    const items = gathered.current;
    gathered.current = [];
    take(items);
  });
  const run = useRef(() => {});
  useEffect(() => {
    run.current = () => handOver();
    return () => clearTimeout(timer.current);
  }, []);
  return useCallback(
    (item: Item) => {
      if (gathered.current.length === 0) timer.current = setTimeout(() => run.current(), ms);
      gathered.current.push(item);
    },
    [ms],
  );
}
