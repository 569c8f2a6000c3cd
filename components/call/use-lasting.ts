"use client";
import { useEffect, useState } from "react";

/** Whether something has been so for a while: what only flickers is not worth showing. */
export function useLasting(isSo: boolean, ms: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!isSo) {
      setIsLasting(false);
      return;
    }
    const timer = setTimeout(() => setIsLasting(true), ms);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return isSo && isLasting;
}
