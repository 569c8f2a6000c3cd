"use client";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTopPlace } from "./top-place";

/** Draws its children where they can be seen, pressed and heard of: in the dialog on top, or right here. */
export function OnTop({ children }: { children: ReactNode }) {
  const place = useTopPlace();
  return place ? createPortal(children, place) : children;
}
