"use client";
import type { ReactNode } from "react";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcut } from "@/components/call/use-shortcut";

/** The key that copies the invitation, whether its menu is open or not. */
export function CopyKey({ children }: { children: ReactNode }) {
  const { copy } = useInvitation();
  useShortcut("u", copy);
  return children;
}
