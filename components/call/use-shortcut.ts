"use client";
import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from "react";
import { onPreferencesChange, readPreferences } from "@/lib/client/preferences";
import { useFeatures } from "./call-provider";
import { chordOf, isSafeWhileTyping, readable } from "./shortcuts/chord";
import { type KnownShortcut, keymapOf } from "./shortcuts/keymap";
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

interface Pressed {
  down: (event: KeyboardEvent) => void;
  up?: (event: KeyboardEvent) => void;
}

function isForShortcuts(event: KeyboardEvent, chord: string): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (!(event.target instanceof Element)) return true;
  if (event.target.closest(choosingPlaces)) return false;
  return isSafeWhileTyping(chord) || !event.target.closest(typingPlaces);
}

/** The key of a shortcut as the person reads it, for a menu's entry; undefined where it is turned off. */
export function useShortcutKey(ownKey: string): string | undefined {
  const key = useKey(ownKey);
  return key === undefined ? undefined : readableKey(key);
}

function useKey(ownKey: string): string | undefined {
  const [areOn] = useSwitch("shortcuts");
  const keymap = useKeymap();
  const key = keymap.find((shortcut) => shortcut.ownKey === ownKey)?.key ?? ownKey;
  return areOn && key !== "" ? key : undefined;
}

function useKeyEvents(key: string | undefined, { down, up }: Pressed): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (key !== undefined && chordOf(event) === key && isForShortcuts(event, key)) down(event);
  });
  const released = useEffectEvent((event: KeyboardEvent) => up?.(event));
  useEffect(() => {
    const listenDown = (event: KeyboardEvent) => pressed(event);
    const listenUp = (event: KeyboardEvent) => released(event);
    document.addEventListener("keydown", listenDown);
    document.addEventListener("keyup", listenUp);
    return () => {
      document.removeEventListener("keydown", listenDown);
      document.removeEventListener("keyup", listenUp);
    };
  }, []);
}

/**
 * Runs when the shortcut is pressed anywhere in the call but where something is typed or chosen. It is known
 * by the key that the feature declares for it; the person may have given it another. Returns the key as the
 * person reads it, for the tooltip: undefined where it is turned off.
 */
export function useShortcut(ownKey: string, run: () => void): string | undefined {
  const key = useKey(ownKey);
  useKeyEvents(key, {
    down: (event) => {
      if (event.repeat) return;
      event.preventDefault();
      run();
    },
  });
  return key === undefined ? undefined : readableKey(key);
}
