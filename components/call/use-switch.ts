"use client";
import { useCallback, useSyncExternalStore } from "react";
import {
  type Choice,
  type Chosen,
  choices,
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

/** One of this browser's choices, likewise. */
export function useChoice<Name extends Choice>(
  name: Name,
): [chosen: Chosen<Name>, choose: (next: Chosen<Name>) => void] {
  const chosen = useSyncExternalStore<Chosen<Name>>(
    onPreferencesChange,
    () => readPreferences()[name],
    () => choices[name][0],
  );
  const choose = useCallback((next: Chosen<Name>) => rememberPreferences({ [name]: next }), [name]);
  return [chosen, choose];
}
