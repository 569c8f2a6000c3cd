"use client";
import type { ReactNode } from "react";
import { PipProvider } from "./pip-provider";
import { useStageKeys } from "./use-stage-keys";

/** Holds the window beside the call, and listens for the keys of the stage. */
export function LayoutProvider({ children }: { children: ReactNode }) {
  return (
    <PipProvider>
      <StageKeys />
      {children}
    </PipProvider>
  );
}

function StageKeys() {
  useStageKeys();
  return null;
}
