import type { MeetingId } from "@/lib/contract/meeting-id";
import type { PublishKind, Role } from "@/lib/contract/participant";
import type { Settings } from "@/lib/contract/settings";
import type { MediaEvent } from "./media-server";

// All times are ISO 8601 in UTC. All `…Hash` are SHA-256 of a secret, in hex: the store never sees the
// secret itself. Whatever cannot reach the database throws `Failure("store-unavailable")`.

export interface StoredMeeting {
  id: MeetingId;
  roomName: string;
  title: string | null;
  settings: Settings;
  /** The passcode, encrypted (`sealing.ts`); null where none is asked for. */
  passcodeSealed: string | null;
  hostKeyHash: string;
  createdAt: string;
  scheduledAt: string | null;
  /** Grows with every edit. */
  revision: number;
  /** When a host last ended it for everyone, and the host's name. */
  endedAt: string | null;
  endedBy: string | null;
  /** The identity of the one whom a host shows large to everybody. */
  spotlight: string | null;
  /** Last create or join: what "idle for how long" is counted from. */
  lastUsedAt: string;
  /** A deleted meeting stays as a tombstone, so that its id answers 410 for good. */
  deletedAt: string | null;
}

export type NewMeeting = Omit<
  StoredMeeting,
  "deletedAt" | "revision" | "endedAt" | "endedBy" | "spotlight"
>;

export type MeetingEdit = Partial<
  Pick<
    StoredMeeting,
    | "title"
    | "settings"
    | "passcodeSealed"
    | "scheduledAt"
    | "roomName"
    | "hostKeyHash"
    | "endedAt"
    | "endedBy"
    | "spotlight"
  >
> & {
  /** The room is noted for closing until `roomClosed` is called. */
  closesRoom?: true;
};

export interface Owner {
  /** It made the meeting: no host can take that back. */
  isForGood: boolean;
  /** When it became owner, the last time where it was by a host key. */
  since: string;
}

export interface MeetingStore {
  /** "taken" when the id was ever used, tombstones included. */
  insert(meeting: NewMeeting, ownerHash: string | null): Promise<"inserted" | "taken">;
  /** Takes back an insert whose room could not be made: nothing is left, the id may be used again. */
  discard(id: MeetingId): Promise<void>;
  /** Tombstones included. */
  find(id: MeetingId): Promise<StoredMeeting | undefined>;
  /** The meeting whose host key it is. */
  findByHostKeyHash(hostKeyHash: string): Promise<StoredMeeting | undefined>;
  /**
   * Changes a meeting by what it is at that moment: of two who edit at once the second sees what the
   * first one made. Undefined where it is not there or deleted; as it was where nothing changes.
   */
  edit(
    id: MeetingId,
    change: (meeting: StoredMeeting) => MeetingEdit,
  ): Promise<StoredMeeting | undefined>;
  /** Somebody uses it now. */
  touch(id: MeetingId, at: string): Promise<void>;
  /** False when it was deleted already. The room is noted for closing until `roomClosed` is called. */
  delete(id: MeetingId, at: string): Promise<boolean>;
  /** The room is gone from LiveKit: nothing is left to close. */
  roomClosed(id: MeetingId): Promise<void>;
  /** Meetings, deleted or ended, whose LiveKit room is not known to be closed. */
  listUnclosed(limit: number): Promise<StoredMeeting[]>;
  /**
   * Makes a browser owner: for good, or with `byHostKey`, the hash of a host key, for as long as that is the
   * meeting's. Who is owner for good stays so.
   */
  addOwner(id: MeetingId, ownerHash: string, at: string, byHostKey?: string): Promise<void>;
  /** What makes a browser owner; undefined where it is not, or not any more. */
  findOwner(id: MeetingId, ownerHash: string): Promise<Owner | undefined>;
  /**
   * Takes from the person of a seat what a host key gave: the browser is no owner any more, and none of its
   * seats is host. Where they may have the key that is the meeting's, `nextKeyHash` takes its place; whoever
   * else is owner by it stays so. Nothing happens to who is owner for good. Returns whether there was
   * anything to take.
   */
  takeBack(id: MeetingId, identity: string, nextKeyHash: string | undefined): Promise<boolean>;
  /** Newest first, without tombstones. The cursor is opaque; `next` is null at the end. */
  listOwned(
    ownerHash: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ meetings: StoredMeeting[]; next: string | null }>;
  /** All of them, in the same way. */
  listAll(page: {
    cursor?: string;
    limit: number;
  }): Promise<{ meetings: StoredMeeting[]; next: string | null }>;
}

export interface StoredSeat {
  identity: string;
  meetingId: MeetingId;
  tokenHash: string;
  name: string;
  role: Role;
  /** What this one person may publish, apart from what the meeting allows. */
  allow: PersonalAllow;
  createdAt: string;
  lastUsedAt: string;
  removedAt: string | null;
  /** The name of the host who did it. */
  removedBy: string | null;
  /** "in" once it was let in: it is taken back from then on. */
  status: "in" | "waiting" | "denied";
  /** Since when somebody waits, and when they last asked; of a denied seat, when it was denied. */
  waitingSince: string | null;
  askedAt: string | null;
  deniedAt: string | null;
  /** Until when a place is kept for somebody who has a token and is not connected yet. */
  placeUntil: string | null;
  /** The first time it was connected. */
  enteredAt: string | null;
  handRaisedAt: string | null;
  /** The owner in whose browser it last came in, where that was one of the meeting. */
  ownerHash: string | null;
  /** The hash of the last host key that its person is known to have had. */
  hostKeyHash: string | null;
}

export type PersonalAllow = Partial<Record<PublishKind, boolean>>;

export type NewSeat = Pick<
  StoredSeat,
  "identity" | "meetingId" | "tokenHash" | "name" | "role" | "createdAt" | "lastUsedAt"
> &
  Partial<
    Pick<
      StoredSeat,
      "status" | "waitingSince" | "askedAt" | "handRaisedAt" | "ownerHash" | "hostKeyHash"
    >
  >;

export type SeatEdit = Partial<
  Omit<StoredSeat, "identity" | "meetingId" | "tokenHash" | "createdAt" | "role">
>;

export interface SeatStore {
  insert(seat: NewSeat): Promise<void>;
  /** Takes back an insert that led to nothing. */
  discard(identity: string): Promise<void>;
  findByTokenHash(tokenHash: string): Promise<StoredSeat | undefined>;
  findByIdentity(identity: string): Promise<StoredSeat | undefined>;
  /** Of this meeting, those that exist. */
  findAll(meetingId: MeetingId, identities: readonly string[]): Promise<StoredSeat[]>;
  /** With `while`, only as long as the seat has that status and was not put out; false where it has not. */
  edit(
    identity: string,
    change: SeatEdit,
    only?: { while: StoredSeat["status"] },
  ): Promise<boolean>;
  /** Takes every raised hand of the meeting down. */
  lowerHands(meetingId: MeetingId): Promise<void>;
  /** Forgets the seats of the meeting that were never let in. */
  discardNotIn(meetingId: MeetingId): Promise<void>;
  /**
   * Gives a seat another role, in the attendance that runs, too. "last-host" where no other seat of the meeting that was used since
   * `usedSince` would be host: then nothing is changed.
   */
  setRole(identity: string, role: Role, usedSince: string): Promise<"set" | "last-host">;
  /** Who waits and asked since then, who came first comes first. */
  listWaiting(meetingId: MeetingId, askedSince: string): Promise<StoredSeat[]>;
  /** Lets a waiting seat in, or denies it. False where it does not wait (any more). */
  decide(identity: string, decision: "admit" | "deny", at: string): Promise<boolean>;
  /**
   * Keeps one of `most` places for a seat until it is connected. `inside` is who is connected now; the
   * seat itself is not counted. False where all are taken.
   */
  takePlace(
    seat: { meetingId: MeetingId; identity: string },
    place: { inside: readonly string[]; most: number; now: string; until: string },
  ): Promise<boolean>;
  /** Meetings out of which somebody was put since then, the latest first. */
  listMeetingsWithRemovals(since: string, limit: number): Promise<MeetingId[]>;
}

export interface StoredMessage {
  /** The author's identity, a dot, and the author's own id for it. */
  id: string;
  meetingId: MeetingId;
  /** As the author was when it was written. */
  author: { identity: string; name: string; role: Role };
  /** The identity of the one person it is for; null for everybody. */
  to: string | null;
  /** The message it answers; nobody has looked for that one. */
  replyTo: string | null;
  /** Grows in the order in which the messages of a meeting were first kept. */
  position: number;
  /** null once it is deleted. */
  text: string | null;
  sentAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

export interface MessageStore {
  /**
   * Where the id is there already nothing changes, and what is kept comes back. Without a text it is deleted
   * from the beginning.
   */
  insert(
    message: Omit<StoredMessage, "position" | "editedAt" | "deletedAt">,
  ): Promise<{ message: StoredMessage; isNew: boolean }>;
  find(meetingId: MeetingId, id: string): Promise<StoredMessage | undefined>;
  /** Undefined where it is not there or deleted. */
  edit(
    meetingId: MeetingId,
    id: string,
    change: { text: string; at: string },
  ): Promise<StoredMessage | undefined>;
  /** The text is wiped; that there was a message stays. */
  delete(meetingId: MeetingId, id: string, at: string): Promise<void>;
  /**
   * What was written, edited or deleted after the cursor, in the order of the last change: those for
   * everybody, and the reader's private ones. Whoever goes on from `next` misses nothing.
   */
  list(
    meetingId: MeetingId,
    reader: string | null,
    page: { cursor?: string; limit: number },
  ): Promise<{ messages: StoredMessage[]; next: string; hasMore: boolean }>;
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
  /** The highest held in it; null where nothing is known of it. */
  role: Role | null;
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
  /** Meetings with a session that has not ended, in the order of their ids. */
  listRunning(page: { after?: MeetingId; limit: number }): Promise<MeetingId[]>;
  /** Forgets event ids older than this (LiveKit's signatures are valid for 5 minutes). */
  forgetEventsBefore(at: string): Promise<void>;
}

export interface LimitStore {
  /** Counts one hit on a fixed window and returns the count and when the window ends. One statement. */
  hit(key: string, windowSeconds: number, now: Date): Promise<{ count: number; resetAt: string }>;
}

/** Sealed texts can be read only with the Idempotency-Key, which is never kept. */
export interface IdempotencyStore {
  /**
   * Takes the entry for this claim, where it is new or whoever had it stopped before `staleBefore`.
   * "claimed" gives the draft to go on from: the claim's own, or the one it took over. "done" gives the
   * answer. An entry made before `forgottenBefore` is as none.
   */
  claim(
    entry: { id: string; claim: string; bodyHash: string; sealed: string },
    times: { now: string; staleBefore: string; forgottenBefore: string },
  ): Promise<
    { state: "claimed" | "done"; sealed: string } | { state: "running" } | { state: "mismatch" }
  >;
  /** Another draft, or the answer. Does nothing where another claim took over. */
  keep(entry: { id: string; claim: string; sealed: string; isDone: boolean }): Promise<void>;
  /** The work failed: the entry is free again. */
  release(entry: { id: string; claim: string }): Promise<void>;
  forgetBefore(at: string): Promise<void>;
}

export interface LeaseStore {
  /** True for one caller per `seconds`, whatever the number of processes. */
  acquire(name: string, seconds: number, now: Date): Promise<boolean>;
  /** Forgets those that were over before. */
  forgetBefore(at: string): Promise<void>;
}

interface Expiry {
  /** When the last use has to be over: join, session's end and scheduled time. */
  usedBefore: string;
  /** When those that were deleted had to be, to be wiped. */
  deletedBefore: string;
}

export interface RetentionStore {
  /** Meetings to wipe, in the order of their ids; never one with a session that runs. */
  listExpired(
    page: Expiry & { after?: MeetingId; limit: number },
  ): Promise<{ id: MeetingId; roomName: string }[]>;
  /**
   * Wipes everything but the id and the room's name, which is noted for closing; the meeting is deleted
   * from then on. False, and nothing is done, where it is not expired (any more).
   */
  purge(id: MeetingId, when: Expiry & { at: string }): Promise<boolean>;
}

export interface Store {
  meetings: MeetingStore;
  seats: SeatStore;
  attendance: AttendanceStore;
  messages: MessageStore;
  limits: LimitStore;
  idempotency: IdempotencyStore;
  leases: LeaseStore;
  retention: RetentionStore;
  /** Eight characters, made when the store was; part of the owner cookie's name. */
  storeId(): Promise<string>;
  /** Throws `Failure("store-unavailable")`. */
  ping(): Promise<void>;
  /** Brings the tables up to date; any number of processes may call it at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}
