"use client";
import { type RefObject, useEffect, useState } from "react";

const idleAfterMs = 4_000;
const signs = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;

/**
 * Whether nothing has been done in the call for four seconds. Never while something is open in the
 * element `within`, or the keyboard's focus is in it, nor where fingers are what one has: a bar that a finger
 * cannot see, it cannot find again without pressing something. Where there is a mouse as well, the finger that
 * ends it presses nothing in `within`.
 */
export function useIdle(within: RefObject<HTMLElement | null>): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    if (matchMedia("(pointer: coarse)").matches) return;
    let timer: ReturnType<typeof setTimeout>;
    let isAsleep = false;
    /** The finger that was put down last ended it. */
    let isWaking = false;
    const isInUse = () =>
      within.current?.querySelector('[aria-expanded="true"], :focus-visible') != null ||
      within.current?.matches(":hover") === true;
    const sleep = (next: boolean) => {
      isAsleep = next;
      setIsIdle(next);
    };
    const check = () => {
      if (isInUse()) timer = setTimeout(check, idleAfterMs);
      else sleep(true);
    };
    const active = () => {
      clearTimeout(timer);
      sleep(false);
      timer = setTimeout(check, idleAfterMs);
    };
    const press = (event: PointerEvent) => {
      isWaking = isAsleep && event.pointerType === "touch";
      keepOut(event);
    };
    const keepOut = (event: Event) => {
      if (!isWaking || !(event.target instanceof Node)) return;
      if (!within.current?.contains(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const endWaking = () => {
      isWaking = false;
    };
    active();
    const over = new AbortController();
    const { signal } = over;
    // Menus open when a finger is put down, buttons act when it is lifted.
    document.addEventListener("pointerdown", press, { signal, capture: true });
    document.addEventListener("click", keepOut, { signal, capture: true });
    document.addEventListener("keydown", endWaking, { signal, capture: true });
    for (const sign of signs)
      document.addEventListener(sign, active, { signal, capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [within]);
  return isIdle;
}
