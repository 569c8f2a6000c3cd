"use client";
import { useMediaDeviceSelect } from "@livekit/components-react";
import { useSyncExternalStore } from "react";
import { knownDevices, watchDevices } from "@/lib/client/known-devices";

const none: readonly MediaDeviceInfo[] = [];

/** The devices of a kind as they were listed last: there at the first look, and true from then on. */
export function useKnownDevices(kind: MediaDeviceKind): readonly MediaDeviceInfo[] {
  const all = useSyncExternalStore(watchDevices, knownDevices, () => none);
  return all.filter((device) => device.kind === kind);
}

/**
 * The devices of a kind to choose from, the one in use, and what changes over to another. A browser that was
 * never asked for the microphone or camera asks now: only then it tells their names.
 */
export function useDevices(kind: MediaDeviceKind) {
  const known = useKnownDevices(kind);
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({
    kind,
    // Nobody has to open the microphone to choose where the sound comes from.
    requestPermissions: kind !== "audiooutput",
  });
  return { devices: devices.length > 0 ? devices : known, activeDeviceId, setActiveMediaDevice };
}
