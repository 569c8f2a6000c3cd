"use client";
import { useEffect, useEffectEvent } from "react";

/** Where letters are words, or choose among entries, they are no shortcuts. */
const typingPlaces =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="listbox"], dialog, [role="dialog"], [role="alertdialog"]';

/** Runs when the key is pressed anywhere in the call but where something is typed or chosen. */
export function useShortcut(key: string, run: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(typingPlaces)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
