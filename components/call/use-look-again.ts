"use client";
import { useEffect, useEffectEvent } from "react";

/** Looks once at the beginning, and again at every other value of `seen`, knowing what is known by then. */
export function useLookAgain(seen: unknown, look: () => void): void {
  const lookNow = useEffectEvent(look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is what is looked at.
  useEffect(() => lookNow(), [seen]);
}
