"use client";
import { type RefObject, useEffect, useState } from "react";

const idleAfterMs = 4_000;
const signs = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;

/**
 * Whether nothing has been done in the call for four seconds. Never while something is open in the
 * element `within`, or the keyboard's focus is in it, nor where fingers are used: a bar that a finger
 * cannot see, it cannot find again without pressing something.
 */
export function useIdle(within: RefObject<HTMLElement | null>): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    if (matchMedia("(pointer: coarse)").matches) return;
    let timer: ReturnType<typeof setTimeout>;
    const isInUse = () =>
      within.current?.querySelector('[aria-expanded="true"], :focus-visible') != null ||
      within.current?.matches(":hover") === true;
    const check = () => {
      if (isInUse()) timer = setTimeout(check, idleAfterMs);
      else setIsIdle(true);
    };
    const active = () => {
      clearTimeout(timer);
      setIsIdle(false);
      timer = setTimeout(check, idleAfterMs);
    };
    active();
    for (const sign of signs) document.addEventListener(sign, active, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) document.removeEventListener(sign, active);
    };
  }, [within]);
  return isIdle;
}
