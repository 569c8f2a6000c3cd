// What this browser remembers of how a person likes it: name, devices, what is switched on.
import { isRecord, storedReader, writeStored } from "./storage";

/** Everything that is on or off, as it is for who never said. A feature's switch is a line here. */
export const switchDefaults = {
  /** A sound tells a host that somebody waits to be let in. */
  lobbySound: true,
  /** A host is told of a hand that goes up, by a note and by a sound. */
  handToast: true,
  handSound: true,
  /** Other people's reactions are shown. */
  reactions: true,
  /** A message that comes while the chat is closed is shown, and heard. */
  messageNotices: true,
  messageSound: true,
  /** What screen readers are told of, by kind. */
  announcePeople: true,
  announceHands: true,
  announceMessages: true,
  announceReactions: true,
  announceHostActs: true,
  /** The own picture is on the stage, and as in a mirror. */
  showSelf: true,
  mirrorSelf: true,
  /** People whose camera is off have a tile. */
  showWithoutVideo: true,
  /** Keys do something in the call. */
  shortcuts: true,
  /** Who is muted is heard while a key is held. */
  pushToTalk: true,
  /** No pictures are sent or received. */
  audioOnly: false,
} as const satisfies Record<string, boolean>;

export type Switch = keyof typeof switchDefaults;

/** Everything that is one of several, the first being what who never said has. A feature's choice is a line here. */
export const choices = {
  /** How large the own camera is sent at most. */
  sendQuality: ["auto", "720", "360", "180"],
  /** How large others' cameras are received at most. */
  receiveQuality: ["auto", "360", "180"],
  /** How the stage is arranged. */
  view: ["automatic", "grid", "speaker", "beside"],
  /** Where the own picture floats. */
  selfCorner: ["bottom-right", "bottom-left", "top-left", "top-right"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Choice = keyof typeof choices;
export type Chosen<Name extends Choice> = (typeof choices)[Name][number];
type AllChosen = { [Name in Choice]: Chosen<Name> };

/** The one after it, round and round. */
export function nextChoice<Name extends Choice>(name: Name, now: Chosen<Name>): Chosen<Name> {
  const all: readonly Chosen<Name>[] = choices[name];
  return all[(all.indexOf(now) + 1) % all.length] ?? now;
}

/** Keys in the place of a shortcut's own, by the shortcut's id; "" where it is turned off. */
type ChangedKeys = Readonly<Record<string, string>>;

export interface Preferences extends Record<Switch, boolean>, AllChosen {
  name: string;
  microphoneOn: boolean;
  cameraOn: boolean;
  microphoneId?: string;
  cameraId?: string;
  speakerId?: string;
  keys: ChangedKeys;
}

const key = "meetings.preferences";

const isSwitch = (name: string): name is Switch => name in switchDefaults;
const switchNames = Object.keys(switchDefaults).filter(isSwitch);

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** What is remembered, with defaults where nothing is, or nothing that makes sense. */
export const readPreferences = storedReader("browser", key, (stored): Preferences => {
  const value = isRecord(stored) ? stored : {};
  const microphoneId = text(value.microphoneId);
  const cameraId = text(value.cameraId);
  const speakerId = text(value.speakerId);
  return {
    ...readSwitches(value),
    sendQuality: chosen("sendQuality", value.sendQuality),
    receiveQuality: chosen("receiveQuality", value.receiveQuality),
    view: chosen("view", value.view),
    selfCorner: chosen("selfCorner", value.selfCorner),
    keys: readKeys(value.keys),
    name: text(value.name)?.slice(0, 120) ?? "",
    microphoneOn: value.microphoneOn !== false,
    cameraOn: value.cameraOn !== false,
    ...(microphoneId === undefined ? {} : { microphoneId }),
    ...(cameraId === undefined ? {} : { cameraId }),
    ...(speakerId === undefined ? {} : { speakerId }),
  };
});

function readSwitches(value: Record<string, unknown>): Record<Switch, boolean> {
  const switches: Record<Switch, boolean> = { ...switchDefaults };
  for (const name of switchNames) {
    const stored = value[name];
    if (typeof stored === "boolean") switches[name] = stored;
  }
  return switches;
}

function chosen<Name extends Choice>(name: Name, value: unknown): Chosen<Name> {
  const [first, ...others]: readonly Chosen<Name>[] = choices[name];
  return others.find((one) => one === value) ?? first;
}

function readKeys(value: unknown): ChangedKeys {
  if (!isRecord(value)) return {};
  const keys: Record<string, string> = {};
  for (const [id, changed] of Object.entries(value)) {
    if (typeof changed === "string" && changed.length < 40) keys[id] = changed;
  }
  return keys;
}

const listeners = new Set<() => void>();

/** Remembers what changed, and leaves the rest as it was. */
export function rememberPreferences(change: Partial<Preferences>): void {
  writeStored("browser", key, { ...readPreferences(), ...change });
  for (const listener of listeners) listener();
}

/**
 * Everything that is a matter of taste as it is for who never said; name and devices stay. Returns what
 * takes that back.
 */
export function resetPreferences(): () => void {
  const before = readPreferences();
  const { name, microphoneOn, cameraOn, microphoneId, cameraId, speakerId } = before;
  const kept = { name, microphoneOn, cameraOn, microphoneId, cameraId, speakerId };
  writeStored("browser", key, kept);
  for (const listener of listeners) listener();
  return () => rememberPreferences(before);
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
