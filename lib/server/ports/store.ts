import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Role } from "@/lib/contract/participant";
import type { Settings } from "@/lib/contract/settings";
import type { MediaEvent } from "./media-server";

// All times are ISO 8601 in UTC. All `…Hash` are SHA-256 of a secret, in hex: the store never sees the
// secret itself. Whatever cannot reach the database throws `Failure("store-unavailable")`.

export interface StoredMeeting {
  id: MeetingId;
  roomName: string;
  title: string | null;
  settings: Settings;
  hostKeyHash: string;
  createdAt: string;
  scheduledAt: string | null;
  /** Last create or join: what "idle for how long" is counted from. */
  lastUsedAt: string;
  /** A deleted meeting stays as a tombstone, so that its id answers 410 for good. */
  deletedAt: string | null;
}

export interface MeetingStore {
  /** "taken" when the id was ever used, tombstones included. */
  insert(
    meeting: Omit<StoredMeeting, "deletedAt">,
    ownerHash: string | null,
  ): Promise<"inserted" | "taken">;
  /** Takes back an insert whose room could not be made: nothing is left, the id may be used again. */
  discard(id: MeetingId): Promise<void>;
  /** Tombstones included. */
  find(id: MeetingId): Promise<StoredMeeting | undefined>;
  findByRoomName(roomName: string): Promise<StoredMeeting | undefined>;
  update(
    id: MeetingId,
    change: { title?: string | null; settings?: Settings; lastUsedAt?: string },
  ): Promise<void>;
  /** False when it was deleted already. The room is noted for closing until `roomClosed` is called. */
  delete(id: MeetingId, at: string): Promise<boolean>;
  /** The deleted meeting's room is gone from LiveKit: nothing is left to close. */
  roomClosed(id: MeetingId): Promise<void>;
  /** Deleted meetings whose LiveKit room is not known to be closed. */
  listUnclosed(limit: number): Promise<StoredMeeting[]>;
  addOwner(id: MeetingId, ownerHash: string, at: string): Promise<void>;
  isOwner(id: MeetingId, ownerHash: string): Promise<boolean>;
  /** Newest first, without tombstones. The cursor is opaque; `next` is null at the end. */
  listOwned(
    ownerHash: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ meetings: StoredMeeting[]; next: string | null }>;
}

export interface StoredSeat {
  identity: string;
  meetingId: MeetingId;
  tokenHash: string;
  name: string;
  role: Role;
  createdAt: string;
  lastUsedAt: string;
  removedAt: string | null;
}

export interface SeatStore {
  insert(seat: Omit<StoredSeat, "removedAt">): Promise<void>;
  findByTokenHash(tokenHash: string): Promise<StoredSeat | undefined>;
  findByIdentity(identity: string): Promise<StoredSeat | undefined>;
  update(
    identity: string,
    change: { role?: Role; lastUsedAt?: string; removedAt?: string | null },
  ): Promise<void>;
}

export interface Session {
  /** LiveKit's room sid. */
  id: string;
  meetingId: MeetingId;
  /** When the first participant came in. */
  startedAt: string;
  endedAt: string | null;
}

export interface Attendance {
  sessionId: string;
  /** LiveKit's id of this one connection. */
  participantSid: string;
  identity: string;
  name: string;
  joinedAt: string;
  /** null while inside. Where no "left" ever came, the session's end counts. */
  leftAt: string | null;
}

export interface AttendanceStore {
  /**
   * Writes an event and what follows from it, in one transaction. "seen" when this event id was
   * written before. Any order of the same events leaves the same rows.
   */
  record(meetingId: MeetingId, event: MediaEvent): Promise<"recorded" | "seen">;
  /**
   * Closes what webhooks missed: `live` is who LiveKit says is connected (null: the room is gone).
   * Open attendance that is not in it ends at `at`, people in it who are not written are added, other
   * sessions of this meeting end, the session ends when the room is gone.
   */
  reconcile(
    meetingId: MeetingId,
    at: string,
    live: {
      sessionId: string;
      participants: { sid: string; identity: string; name: string; joinedAt: string }[];
    } | null,
  ): Promise<void>;
  /** The session that has not ended, if somebody is or just was inside. */
  runningSession(meetingId: MeetingId): Promise<Session | undefined>;
  /** Whether anybody was ever inside. */
  wasStarted(meetingId: MeetingId): Promise<boolean>;
  listSessions(meetingId: MeetingId): Promise<Session[]>;
  listAttendance(sessionId: string): Promise<Attendance[]>;
  /** Meetings with a session that has not ended. */
  listRunning(limit: number): Promise<MeetingId[]>;
  /** Forgets event ids older than this (LiveKit's signatures are valid for 5 minutes). */
  forgetEventsBefore(at: string): Promise<void>;
}

export interface LimitStore {
  /** Counts one hit on a fixed window and returns the count and when the window ends. One statement. */
  hit(key: string, windowSeconds: number, now: Date): Promise<{ count: number; resetAt: string }>;
}

export interface LeaseStore {
  /** True for one caller per `seconds`, whatever the number of processes. */
  acquire(name: string, seconds: number, now: Date): Promise<boolean>;
}

export interface Store {
  meetings: MeetingStore;
  seats: SeatStore;
  attendance: AttendanceStore;
  limits: LimitStore;
  leases: LeaseStore;
  /** Eight characters, made when the store was; part of the owner cookie's name. */
  storeId(): Promise<string>;
  /** Throws `Failure("store-unavailable")`. */
  ping(): Promise<void>;
  /** Brings the tables up to date; any number of processes may call it at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}
