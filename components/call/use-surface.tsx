"use client";
import { createContext, useContext } from "react";

/**
 * The element the call is drawn in. Menus and dialogs give it as their container, so that they take the
 * stage's colours and stay with the call wherever it is shown.
 */
export const SurfaceContext = createContext<HTMLElement | null>(null);

export function useSurface(): HTMLElement | null {
  return useContext(SurfaceContext);
}
