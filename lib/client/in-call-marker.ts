// A note in this tab that it is inside a call, or waits to be let into one, and with what switched on: a
// reload finds it and goes straight back. It goes when the call or the wait ends, and with the tab.
import { isRecord, readStored, removeStored, writeStored } from "./storage";

export interface InCallMarker {
  microphone: boolean;
  camera: boolean;
  /** Not inside yet: since when it waits, by this browser's own clock (ms). */
  waitingSince?: number | undefined;
}

/** Where the note is kept, for the one script that cannot import this. */
export const inCallKey = (meetingId: string) => `meetings.in-call.${meetingId}`;

/** What was on when this tab was last inside this meeting or waiting for it, if it did not leave. */
export function inCallMarker(meetingId: string): InCallMarker | undefined {
  const value = readStored("tab", inCallKey(meetingId));
  if (!isRecord(value)) return undefined;
  const { microphone, camera, waitingSince } = value;
  return {
    microphone: microphone === true,
    camera: camera === true,
    ...(typeof waitingSince === "number" ? { waitingSince } : {}),
  };
}

export function markInCall(meetingId: string, marker: InCallMarker): void {
  writeStored("tab", inCallKey(meetingId), marker);
}

export function unmarkInCall(meetingId: string): void {
  removeStored("tab", inCallKey(meetingId));
}
