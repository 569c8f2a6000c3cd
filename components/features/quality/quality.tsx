"use client";
import type { ReactNode } from "react";
import { useShortcut } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { useOwnPicture } from "./use-own-picture";
import { useReceiveQuality } from "./use-receive-quality";
import { useSendQuality } from "./use-send-quality";

/** Holds the call to what the person chose about pictures. */
export function Quality({ children }: { children: ReactNode }) {
  useSendQuality();
  useReceiveQuality();
  useOwnPicture();
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  useShortcut("a", () => setAudioOnly(!isAudioOnly));
  return children;
}
