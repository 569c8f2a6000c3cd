"use client";
import { type TouchEvent, useRef } from "react";

const leastPx = 56;

/** What a finger does that is drawn across: turns back (-1) or on (1). Not where something else is dragged. */
export function useSwipe(turn: (by: -1 | 1) => void) {
  const start = useRef<{ x: number; y: number }>(undefined);
  return {
    onTouchStart: ({ touches, target }: TouchEvent) => {
      const finger = touches[0];
      const isTaken = target instanceof Element && target.closest("[data-no-swipe]");
      start.current =
        finger && touches.length === 1 && !isTaken
          ? { x: finger.clientX, y: finger.clientY }
          : undefined;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const finger = changedTouches[0];
      const from = start.current;
      start.current = undefined;
      if (!finger || !from) return;
      const x = finger.clientX - from.x;
      const isAcross = Math.abs(x) > 2 * Math.abs(finger.clientY - from.y);
      if (isAcross && Math.abs(x) > leastPx) turn(x < 0 ? 1 : -1);
    },
    onTouchCancel: () => {
      start.current = undefined;
    },
  };
}
