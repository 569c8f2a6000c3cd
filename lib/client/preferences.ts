// What this browser remembers of how a person likes to come in: name, devices, what is switched on.
import { isRecord, readStored, writeStored } from "./storage";

export interface Preferences {
  name: string;
  microphoneOn: boolean;
  cameraOn: boolean;
  microphoneId?: string;
  cameraId?: string;
  speakerId?: string;
  /** A sound tells a host that somebody waits to be let in. */
  lobbySound: boolean;
}

const key = "meetings.preferences";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** What is remembered, with defaults where nothing is, or nothing that makes sense. */
export function readPreferences(): Preferences {
  const stored = readStored("browser", key);
  const value = isRecord(stored) ? stored : {};
  const microphoneId = text(value.microphoneId);
  const cameraId = text(value.cameraId);
  const speakerId = text(value.speakerId);
  return {
    name: text(value.name)?.slice(0, 120) ?? "",
    microphoneOn: value.microphoneOn !== false,
    cameraOn: value.cameraOn !== false,
    lobbySound: value.lobbySound !== false,
    ...(microphoneId === undefined ? {} : { microphoneId }),
    ...(cameraId === undefined ? {} : { cameraId }),
    ...(speakerId === undefined ? {} : { speakerId }),
  };
}

/** Remembers what changed, and leaves the rest as it was. */
export function rememberPreferences(change: Partial<Preferences>): void {
  writeStored("browser", key, { ...readPreferences(), ...change });
}
