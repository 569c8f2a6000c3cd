// How large this machine can send the camera, as far as it has shown in this call. The call learns it, and the
// settings, which are drawn outside the call's own parts, say it.
import { useSyncExternalStore } from "react";
import type { SendQuality } from "./send-size";

let limit: SendQuality = "auto";
const listeners = new Set<() => void>();

/** "auto" is no limit. */
export function setMachineLimit(next: SendQuality): void {
  limit = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useMachineLimit(): SendQuality {
  return useSyncExternalStore(
    subscribe,
    () => limit,
    () => "auto",
  );
}
