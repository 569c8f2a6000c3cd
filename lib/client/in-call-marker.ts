// A note in this tab that it is inside a call, and with what switched on: a reload finds it and goes
// straight back in. It goes when the call ends, and with the tab.
import { isRecord, readStored, removeStored, writeStored } from "./storage";

export interface InCallMarker {
  microphone: boolean;
  camera: boolean;
}

/** Where the note is kept, for the one script that cannot import this. */
export const inCallKey = (meetingId: string) => `meetings.in-call.${meetingId}`;

/** What was on when this tab was last inside this meeting, if it did not leave. */
export function inCallMarker(meetingId: string): InCallMarker | undefined {
  const value = readStored("tab", inCallKey(meetingId));
  if (!isRecord(value)) return undefined;
  return { microphone: value.microphone === true, camera: value.camera === true };
}

export function markInCall(meetingId: string, marker: InCallMarker): void {
  writeStored("tab", inCallKey(meetingId), marker);
}

export function unmarkInCall(meetingId: string): void {
  removeStored("tab", inCallKey(meetingId));
}
