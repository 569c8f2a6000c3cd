"use client";
import { useState } from "react";

/**
 * The things in the order in which each was first among them. What comes is put in, and nothing that is
 * there ever changes its place: an element that is moved starts anew, a video for example.
 */
export function useFirstSeen<Thing extends { key: string }>(things: readonly Thing[]): Thing[] {
  const [turns] = useState(() => new Map<string, number>());
  for (const { key } of things) if (!turns.has(key)) turns.set(key, turns.size);
  const turnOf = ({ key }: Thing) => turns.get(key) ?? 0;
  return [...things].sort((a, b) => turnOf(a) - turnOf(b));
}
