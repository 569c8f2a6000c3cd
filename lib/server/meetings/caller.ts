// Who is calling, and what that makes them in one meeting.
import { Failure } from "@/lib/server/failure";
import type { Owner, StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { findApiKey } from "./api-keys";
import { hashOf, matchesHash, newOwnerSecret } from "./secrets";

/** What a request brought, not yet looked up. */
export interface Caller {
  /** The whole `Authorization` header. */
  authorization: string | undefined;
  /** The owner cookie's value. */
  ownerSecret: string | undefined;
  /** Whether a page of ours sent the request; "unsaid" by what is no browser. */
  origin: "ours" | "foreign" | "unsaid";
  address: string;
}

/** What the caller's credentials are worth in one meeting. */
export interface Standing {
  /** Of the meeting, by the cookie. */
  owner: Owner | undefined;
  hasHostKey: boolean;
  /** The name of the operator's key that was sent. */
  apiKey: string | undefined;
  seat: StoredSeat | undefined;
  /** The seat that was sent, where it was put out and the browser is host all the same: then it has none. */
  formerSeat: StoredSeat | undefined;
  /** What was sent is good, in another meeting. */
  isOfAnother: boolean;
}

/** What somebody may do: everything, everything but what is a host's alone, their own things, nothing. */
export type Rank = "host" | "cohost" | "participant" | "outside";

const seatDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

const unauthenticated = () => new Failure("unauthenticated");

/** Seats that were not used since then are worth nothing. */
export function seatsGoodSince({ clock }: Pick<Services, "clock">): string {
  return new Date(clock.now().getTime() - seatDays * dayMs).toISOString();
}

/** The bearer token; throws for an `Authorization` of any other kind. */
function bearerOf(authorization: string): string {
  const token = /^Bearer +(\S{1,200})$/i.exec(authorization.trim())?.[1];
  if (token === undefined) throw unauthenticated();
  return token;
}

/** Whether the request sends a seat token; it may still be worth nothing. */
export function sendsSeat(caller: Caller): boolean {
  return /^Bearer +seat_/i.test(caller.authorization ?? "");
}

/** The seat that a token stands for; throws `unauthenticated`. */
export async function findSeat(services: Services, token: string): Promise<StoredSeat> {
  const seat = await services.store.seats.findByTokenHash(hashOf(token));
  if (!seat || seat.lastUsedAt < seatsGoodSince(services)) throw unauthenticated();
  return seat;
}

/**
 * Looks the credentials up. An `Authorization` that means nothing anywhere is refused. Whoever was put out is
 * out in this browser, too, unless it made the meeting, or became host by a host key after that.
 */
export async function standingIn(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<Standing> {
  const standing: Standing = {
    owner: undefined,
    hasHostKey: false,
    apiKey: undefined,
    seat: undefined,
    formerSeat: undefined,
    isOfAnother: false,
  };
  if (caller.authorization !== undefined) {
    Object.assign(standing, await worthIn(services, meeting, bearerOf(caller.authorization)));
  }
  if (caller.ownerSecret !== undefined) {
    standing.owner = await services.store.meetings.findOwner(
      meeting.id,
      hashOf(caller.ownerSecret),
    );
  }
  const { seat, owner } = standing;
  if (!owner || !seat?.removedAt) return standing;
  return owner.isForGood || owner.since > seat.removedAt
    ? { ...standing, seat: undefined, formerSeat: seat }
    : { ...standing, owner: undefined };
}

async function worthIn(
  services: Services,
  meeting: StoredMeeting,
  token: string,
): Promise<Partial<Standing>> {
  if (token.startsWith("seat_")) {
    const seat = await findSeat(services, token);
    return seat.meetingId === meeting.id ? { seat } : { isOfAnother: true };
  }
  if (token.startsWith("host_")) {
    if (matchesHash(token, meeting.hostKeyHash)) return { hasHostKey: true };
    const other = await services.store.meetings.findByHostKeyHash(hashOf(token));
    if (other) return { isOfAnother: true };
  }
  const apiKey = token.startsWith("key_") ? findApiKey(services, token) : undefined;
  if (!apiKey) throw unauthenticated();
  return { apiKey: apiKey.name };
}

/** For addresses that belong to no meeting: an `Authorization` has to be worth something all the same. */
export async function refuseUnknownAuthorization(
  services: Services,
  caller: Caller,
): Promise<StoredSeat | undefined> {
  if (caller.authorization === undefined) return undefined;
  const token = bearerOf(caller.authorization);
  if (token.startsWith("seat_")) return await findSeat(services, token);
  const isKnown =
    token.startsWith("host_") && (await services.store.meetings.findByHostKeyHash(hashOf(token)));
  if (!isKnown && !findApiKey(services, token)) throw unauthenticated();
  return undefined;
}

/**
 * The secret of the owner cookie that an answer may leave in the caller's browser: its own, or a new one.
 * Throws `cross-origin` for what another site sends: it would take the place of the owner's.
 */
export function ownerSecretFor(caller: Caller): string {
  if (caller.origin === "foreign") throw new Failure("cross-origin");
  if (caller.ownerSecret !== undefined && caller.origin !== "ours") {
    throw new Failure("cross-origin");
  }
  return caller.ownerSecret ?? newOwnerSecret();
}

/** A seat that was let in, and was not put out again. */
export function isLive(seat: StoredSeat): boolean {
  return seat.status === "in" && seat.removedAt === null;
}

/**
 * What the caller may do. A right that comes from the cookie alone counts only for what a page of ours
 * sent, but for reading: otherwise another site could use it in the owner's name (`cross-origin`).
 */
export function rankOf(caller: Caller, standing: Standing, { reads = false } = {}): Rank {
  const { owner, hasHostKey, apiKey, seat } = standing;
  const ofSeat = seat && isLive(seat) ? seat.role : "outside";
  if (hasHostKey || apiKey !== undefined || ofSeat === "host") return "host";
  if (owner) {
    if (caller.origin !== "ours" && !reads) throw new Failure("cross-origin");
    return "host";
  }
  return ofSeat;
}

/** Somebody who runs the meeting. */
export interface Moderator {
  rank: "host" | "cohost";
  seat: StoredSeat | undefined;
  /** As others are told who did it; undefined where it was no seat that did. */
  name: string | undefined;
  /** They sent the meeting's host key itself. */
  hasHostKey: boolean;
}

interface Needs {
  /** Cohosts will not do. */
  hostAlone?: boolean;
  /** Nothing is changed: the owner's cookie counts by itself. */
  reads?: boolean;
}

/** Throws unless the caller is host or cohost: `unauthenticated` without any credential, else `forbidden`. */
export async function requireModerator(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
  { hostAlone = false, reads = false }: Needs = {},
): Promise<Moderator> {
  const standing = await standingIn(services, caller, meeting);
  const rank = rankOf(caller, standing, { reads });
  if (rank === "host" || (rank === "cohost" && !hostAlone)) {
    const { seat, hasHostKey } = standing;
    return { rank, seat, name: seat?.name, hasHostKey };
  }
  const isNobody = caller.authorization === undefined && caller.ownerSecret === undefined;
  throw new Failure(isNobody ? "unauthenticated" : "forbidden", {
    detail: isNobody
      ? "Send the meeting's host key, or use the browser that made the meeting."
      : "Only a host of this meeting may do this.",
  });
}
