"use client";
import { useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from "react";
import { onPreferencesChange, readPreferences } from "@/lib/client/preferences";
import { isElement, useDocumentsBeside } from "./call-documents";
import { useFeatures } from "./call-provider";
import { chordOf, isSafeWhileTyping, readable } from "./shortcuts/chord";
import { type KnownShortcut, keymapOf, named } from "./shortcuts/keymap";
import { useSwitch } from "./use-switch";

/** Where keys are words. */
const typingPlaces =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
/** Where they choose among entries, or something stands between the person and the call. */
const choosingPlaces =
  '[role="menu"], [role="listbox"], dialog, [role="dialog"], [role="alertdialog"]';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Every shortcut with this person's keys, as they are now in all of the browser's tabs. */
export function useKeymap(): readonly KnownShortcut[] {
  const features = useFeatures();
  const changed = useSyncExternalStore(
    onPreferencesChange,
    () => JSON.stringify(readPreferences().keys),
    () => "{}",
  );
  return useMemo(() => keymapOf(features, JSON.parse(changed)), [features, changed]);
}

/** The key as it stands on this machine's keyboard. */
export function readableKey(chord: string): string {
  return readable(chord, isMac());
}

function isForShortcuts(event: KeyboardEvent, chord: string): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (!isElement(event.target)) return true;
  if (event.target.closest(choosingPlaces)) return false;
  return isSafeWhileTyping(chord) || !event.target.closest(typingPlaces);
}

/** The key of a shortcut as the person reads it, for a menu's entry; undefined where it has none now. */
export function useShortcutKey(name: string): string | undefined {
  const key = useKey(name);
  return key === undefined ? undefined : readableKey(key);
}

function useKey(name: string): string | undefined {
  const [areOn] = useSwitch("shortcuts");
  const keymap = useKeymap();
  const key = named(name, keymap)?.key ?? "";
  return areOn && key !== "" ? key : undefined;
}

/**
 * Runs when the shortcut is pressed anywhere in the call but where something is typed or chosen. It is known
 * by the key that the feature declares for it, or by its id where that is none ("layout.mirror"); the person
 * may have given it another. Returns the key as the person reads it, for the tooltip: undefined where it has
 * none now.
 */
export function useShortcut(name: string, run: () => void): string | undefined {
  const key = useKey(name);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (key === undefined || event.repeat || chordOf(event) !== key) return;
    if (!isForShortcuts(event, key)) return;
    event.preventDefault();
    run();
  });
  const beside = useDocumentsBeside();
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    for (const each of [document, ...beside]) {
      each.addEventListener("keydown", (event) => pressed(event), { signal });
    }
    return () => over.abort();
  }, [beside]);
  return key === undefined ? undefined : readableKey(key);
}

interface Held {
  /** Whether holding it would do anything now. */
  mayBegin: () => boolean;
  begin: () => void;
  end: () => void;
}

/** What Space and Enter press. */
const pressable =
  'button, a[href], input, summary, [role="button"], [role="menuitem"], [role="tab"]';

/**
 * Runs `begin` when the shortcut goes down and `end` when it, or the window's focus, goes. Space stays what
 * it is on a button that the keyboard came to; on one that was clicked, it is the shortcut.
 */
export function useHeldShortcut(ownKey: string, { mayBegin, begin, end }: Held): void {
  const key = useKey(ownKey);
  const isDown = useRef(false);
  const isFocusClicked = useRef(false);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (key === undefined || chordOf(event) !== key) return;
    if (isDown.current) {
      event.preventDefault();
      return;
    }
    if (event.repeat || !isForShortcuts(event, key) || !mayBegin()) return;
    const isOnButton = isElement(event.target) && event.target.closest(pressable) !== null;
    if (key === "space" && isOnButton && !isFocusClicked.current) return;
    event.preventDefault();
    isDown.current = true;
    begin();
  });
  const released = useEffectEvent((event: KeyboardEvent | undefined) => {
    if (!isDown.current) return;
    // With a chord of several keys, any of them ends it.
    event?.preventDefault();
    isDown.current = false;
    end();
  });
  const beside = useDocumentsBeside();
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    let lastPress = 0;
    for (const each of [document, ...beside]) {
      each.addEventListener("keydown", (event) => pressed(event), { signal });
      each.addEventListener("keyup", (event) => released(event), { signal });
      each.defaultView?.addEventListener("blur", () => released(undefined), { signal });
      each.addEventListener("visibilitychange", () => released(undefined), { signal });
      each.addEventListener(
        "pointerdown",
        () => {
          lastPress = performance.now();
          isFocusClicked.current = true;
        },
        { signal, capture: true },
      );
      each.addEventListener(
        "focusin",
        () => {
          isFocusClicked.current = performance.now() - lastPress < 500;
        },
        { signal },
      );
    }
    return () => {
      over.abort();
      // A window that closes while the key is held never tells that it went up.
      released(undefined);
    };
  }, [beside]);
}
