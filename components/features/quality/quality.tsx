"use client";
import type { ReactNode } from "react";
import { useOwnPicture } from "./use-own-picture";
import { useReceiveQuality } from "./use-receive-quality";
import { useSendQuality } from "./use-send-quality";

/** Holds the call to what the person chose about pictures. */
export function Quality({ children }: { children: ReactNode }) {
  useSendQuality();
  useReceiveQuality();
  useOwnPicture();
  return children;
}
