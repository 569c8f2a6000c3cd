"use client";
import { useCallback, useSyncExternalStore } from "react";
import {
  onPreferencesChange,
  readPreferences,
  rememberPreferences,
  type Switch,
  switchDefaults,
} from "@/lib/client/preferences";

/** One of this browser's switches, as it is now in all of its tabs, and what sets it. */
export function useSwitch(name: Switch): [isOn: boolean, set: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    onPreferencesChange,
    () => readPreferences()[name],
    () => switchDefaults[name],
  );
  const set = useCallback((next: boolean) => rememberPreferences({ [name]: next }), [name]);
  return [isOn, set];
}
