// Who this browser is in a meeting. A seat's token brings the same person back with the same identity.
// The tab's own seat comes first, so that a second tab may be somebody else and stay so over a reload;
// the browser's seat is what a new tab starts from.
import { isRecord, readStored, removeStored, type StorageKind, writeStored } from "./storage";

export interface Seat {
  token: string;
  identity: string;
  /** The name the seat was taken under, and keeps. */
  name?: string | undefined;
  /** It has never been inside: whoever comes in with it is new there. */
  isWaiting?: boolean | undefined;
}

const keyOf = (meetingId: string) => `meetings.seat.${meetingId}`;

function readSeat(kind: StorageKind, meetingId: string): Seat | undefined {
  const value = readStored(kind, keyOf(meetingId));
  if (!isRecord(value)) return undefined;
  const { token, identity, name, isWaiting } = value;
  if (typeof token !== "string" || typeof identity !== "string" || token === "") return undefined;
  return {
    token,
    identity,
    ...(typeof name === "string" ? { name } : {}),
    ...(isWaiting === true ? { isWaiting } : {}),
  };
}

/** The seat to come back to: this tab's, else this browser's. */
export function seatOf(meetingId: string): Seat | undefined {
  return readSeat("tab", meetingId) ?? readSeat("browser", meetingId);
}

/**
 * Keeps a seat. With `thisTabOnly` the browser's own seat stays who it was: that is how a second tab
 * joins as someone else. Such a tab's seat, kept again after a rejoin, stays the tab's alone.
 */
export function keepSeat(meetingId: string, seat: Seat, { thisTabOnly = false } = {}): void {
  const browserSeat = readSeat("browser", meetingId);
  const isTabsAlone =
    readSeat("tab", meetingId)?.identity === seat.identity &&
    browserSeat !== undefined &&
    browserSeat.identity !== seat.identity;
  writeStored("tab", keyOf(meetingId), seat);
  if (!thisTabOnly && !isTabsAlone) writeStored("browser", keyOf(meetingId), seat);
}

/** Forgets a seat that the server no longer takes, wherever it is kept. */
export function forgetSeat(meetingId: string, token: string): void {
  for (const kind of ["tab", "browser"] as const) {
    if (readSeat(kind, meetingId)?.token === token) removeStored(kind, keyOf(meetingId));
  }
}
