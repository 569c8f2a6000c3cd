"use client";
import { useCallback, useEffect, useState } from "react";

interface Loaded<Part> {
  part: Part | undefined;
  hasFailed: boolean;
  retry: () => void;
}

/** Code that is fetched once it is wanted, and again when that failed and `retry` is called. */
export function useLoaded<Part extends object>(
  load: () => Promise<Part>,
  isWanted: boolean,
): Loaded<Part> {
  const [part, setPart] = useState<Part>();
  const [hasFailed, setHasFailed] = useState(false);
  const isNeeded = isWanted && part === undefined && !hasFailed;
  useEffect(() => {
    if (!isNeeded) return;
    let isOver = false;
    load().then(
      (loaded) => !isOver && setPart(() => loaded),
      () => !isOver && setHasFailed(true),
    );
    return () => {
      isOver = true;
    };
  }, [load, isNeeded]);
  return { part, hasFailed, retry: useCallback(() => setHasFailed(false), []) };
}
