// What this browser remembers of how a person likes it: name, devices, what is switched on.
import { isRecord, readStored, writeStored } from "./storage";

/** Everything that is on or off, as it is for who never said. A feature's switch is a line here. */
export const switchDefaults = {
  /** A sound tells a host that somebody waits to be let in. */
  lobbySound: true,
  /** What screen readers are told of, by kind. */
  announcePeople: true,
  announceHands: true,
  announceMessages: true,
  announceReactions: true,
  announceHostActs: true,
} as const satisfies Record<string, boolean>;

export type Switch = keyof typeof switchDefaults;

export interface Preferences extends Record<Switch, boolean> {
  name: string;
  microphoneOn: boolean;
  cameraOn: boolean;
  microphoneId?: string;
  cameraId?: string;
  speakerId?: string;
}

const key = "meetings.preferences";

const isSwitch = (name: string): name is Switch => name in switchDefaults;
const switchNames = Object.keys(switchDefaults).filter(isSwitch);

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** What is remembered, with defaults where nothing is, or nothing that makes sense. */
export function readPreferences(): Preferences {
  const stored = readStored("browser", key);
  const value = isRecord(stored) ? stored : {};
  const microphoneId = text(value.microphoneId);
  const cameraId = text(value.cameraId);
  const speakerId = text(value.speakerId);
  return {
    ...readSwitches(value),
    name: text(value.name)?.slice(0, 120) ?? "",
    microphoneOn: value.microphoneOn !== false,
    cameraOn: value.cameraOn !== false,
    ...(microphoneId === undefined ? {} : { microphoneId }),
    ...(cameraId === undefined ? {} : { cameraId }),
    ...(speakerId === undefined ? {} : { speakerId }),
  };
}

function readSwitches(value: Record<string, unknown>): Record<Switch, boolean> {
  const switches: Record<Switch, boolean> = { ...switchDefaults };
  for (const name of switchNames) {
    const stored = value[name];
    if (typeof stored === "boolean") switches[name] = stored;
  }
  return switches;
}

const listeners = new Set<() => void>();

/** Remembers what changed, and leaves the rest as it was. */
export function rememberPreferences(change: Partial<Preferences>): void {
  writeStored("browser", key, { ...readPreferences(), ...change });
  for (const listener of listeners) listener();
}

/** Tells of every change from here on, other tabs' included. Returns what ends it. */
export function onPreferencesChange(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === key || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", elsewhere);
  };
}
