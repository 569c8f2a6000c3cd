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

/** As it is kept: with how far its person has read the chat, so that both are forgotten together. */
interface KeptSeat extends Seat {
  readUpTo?: number | undefined;
}

const keyOf = (meetingId: string) => `meetings.seat.${meetingId}`;

function readSeat(kind: StorageKind, meetingId: string): KeptSeat | undefined {
  const value = readStored(kind, keyOf(meetingId));
  if (!isRecord(value)) return undefined;
  const { token, identity, name, isWaiting, readUpTo } = value;
  if (typeof token !== "string" || typeof identity !== "string" || token === "") return undefined;
  return {
    token,
    identity,
    ...(typeof name === "string" ? { name } : {}),
    ...(isWaiting === true ? { isWaiting } : {}),
    ...(typeof readUpTo === "number" ? { readUpTo } : {}),
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
  const position = readUpTo(meetingId, seat.identity);
  const kept: KeptSeat = position > 0 ? { ...seat, readUpTo: position } : seat;
  writeStored("tab", keyOf(meetingId), kept);
  if (!thisTabOnly && !isTabsAlone) writeStored("browser", keyOf(meetingId), kept);
}

/** Up to which position somebody has read the chat; 0 where nothing is known of it. */
export function readUpTo(meetingId: string, identity: string): number {
  const seats = [readSeat("tab", meetingId), readSeat("browser", meetingId)];
  return Math.max(
    0,
    ...seats.map((seat) => (seat?.identity === identity ? (seat.readUpTo ?? 0) : 0)),
  );
}

/** Keeps how far somebody has read, with every seat of theirs. Nobody has read less than before. */
export function keepReadUpTo(meetingId: string, identity: string, position: number): void {
  const highest = Math.max(position, readUpTo(meetingId, identity));
  for (const kind of ["tab", "browser"] as const) {
    const seat = readSeat(kind, meetingId);
    if (seat?.identity !== identity || seat.readUpTo === highest) continue;
    writeStored(kind, keyOf(meetingId), { ...seat, readUpTo: highest });
  }
}

/** Forgets a seat that the server no longer takes, wherever it is kept. */
export function forgetSeat(meetingId: string, token: string): void {
  for (const kind of ["tab", "browser"] as const) {
    if (readSeat(kind, meetingId)?.token === token) removeStored(kind, keyOf(meetingId));
  }
}
