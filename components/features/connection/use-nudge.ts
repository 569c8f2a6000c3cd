"use client";
import { useEffect, useRef, useState } from "react";

/** True for `showForMs` when something begins, and then not again for `quietForMs`: said once, not nagged. */
export function useNudge(isSo: boolean, showForMs: number, quietForMs: number): boolean {
  const [isShown, setIsShown] = useState(false);
  const quietUntil = useRef(0);
  useEffect(() => {
    const now = performance.now();
    if (!isSo || now < quietUntil.current) return;
    quietUntil.current = now + quietForMs;
    setIsShown(true);
  }, [isSo, quietForMs]);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setIsShown(false), showForMs);
    return () => clearTimeout(timer);
  }, [isShown, showForMs]);
  return isShown;
}
