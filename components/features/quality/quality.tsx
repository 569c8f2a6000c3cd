"use client";
import type { ReactNode } from "react";
import { useShortcut } from "@/components/call/use-shortcut";
import { useAudioOnly } from "./use-audio-only";
import { useOwnPicture } from "./use-own-picture";
import { useReceiveQuality } from "./use-receive-quality";
import { useSendQuality } from "./use-send-quality";

/** Holds the call to what the person chose about pictures. */
export function Quality({ children }: { children: ReactNode }) {
  useSendQuality();
  useReceiveQuality();
  useOwnPicture();
  const { isAudioOnly, turn } = useAudioOnly();
  useShortcut("a", () => turn(!isAudioOnly));
  return children;
}
