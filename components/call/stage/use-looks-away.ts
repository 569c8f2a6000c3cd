"use client";
import { LocalVideoTrack, type Track } from "livekit-client";
import { useCapture } from "@/components/call/use-capture";

/** Whether the person's own camera looks away from them, as it is now: it may be flipped while it runs. */
export function useLooksAway(track: Track | undefined): boolean {
  const capture = useCapture(track instanceof LocalVideoTrack ? track : undefined);
  return capture?.getSettings().facingMode === "environment";
}
