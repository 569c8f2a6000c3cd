// How loud each person is for this one, until the tab is closed.
import { type RemoteParticipant, Track } from "livekit-client";
import { isRecord, readStored, writeStored } from "@/lib/client/storage";

const key = "meetings.volumes";
/** More than anybody turns up or down in a session. */
const most = 200;

function readAll(): Record<string, number> {
  const stored = readStored("tab", key);
  const volumes: Record<string, number> = {};
  if (!isRecord(stored)) return volumes;
  for (const [identity, volume] of Object.entries(stored)) {
    if (typeof volume === "number" && volume >= 0 && volume <= 1) volumes[identity] = volume;
  }
  return volumes;
}

/** 0 to 1; 1 where nobody changed it. */
export function volumeOf(identity: string): number {
  return readAll()[identity] ?? 1;
}

/** Keeps how loud somebody is to be; the full volume needs no keeping. */
export function keepVolume(identity: string, volume: number): void {
  const { [identity]: _before, ...others } = readAll();
  const entries = Object.entries(others).slice(1 - most);
  writeStored("tab", key, {
    ...Object.fromEntries(entries),
    ...(volume < 1 ? { [identity]: volume } : {}),
  });
}

const sources = [Track.Source.Microphone, Track.Source.ScreenShareAudio] as const;

/**
 * Lets somebody be as loud as is kept for them, the sound of their screen included. Of who is not to be heard
 * nothing is sent here either: iPhones play everything as loud as their buttons say.
 */
export function applyVolume(person: RemoteParticipant): void {
  const volume = volumeOf(person.identity);
  for (const source of sources) {
    person.setVolume(volume, source);
    const publication = person.getTrackPublication(source);
    const isHeard = volume > 0;
    if (publication && publication.isEnabled !== isHeard) publication.setEnabled(isHeard);
  }
}

/** Whether this browser plays anything softer than the rest of the system. */
export function canTurnDown(): boolean {
  const sound = new Audio();
  sound.volume = 0.5;
  return sound.volume === 0.5;
}
