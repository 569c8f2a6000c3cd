"use client";
import { useShortcut } from "@/components/call/use-shortcut";
import { useFlip } from "./use-flip";

/** The key that turns to the other camera, for a tablet with a keyboard, or a desk with two cameras. */
export function FlipKey() {
  const flip = useFlip();
  useShortcut("flip-camera.flip", () => flip?.());
  return null;
}
