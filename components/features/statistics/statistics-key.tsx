"use client";
import type { ReactNode } from "react";
import { usePanel } from "@/components/call/use-panel";
import { useShortcut } from "@/components/call/use-shortcut";

/** The key that opens and closes the figures, whether their menu is open or not. */
export function StatisticsKey({ children }: { children: ReactNode }) {
  const { toggle } = usePanel();
  useShortcut("t", () => toggle("statistics"));
  return children;
}
