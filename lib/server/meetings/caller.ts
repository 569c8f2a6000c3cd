// Who is calling, and what that makes them in one meeting.
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { hashOf, matchesHash } from "./secrets";

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
  isOwner: boolean;
  hasHostKey: boolean;
  seat: StoredSeat | undefined;
}

const seatDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

const unauthenticated = () => new Failure("unauthenticated");

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

async function findSeat(services: Services, token: string): Promise<StoredSeat> {
  const seat = await services.store.seats.findByTokenHash(hashOf(token));
  if (!seat) throw unauthenticated();
  const unusedMs = services.clock.now().getTime() - Date.parse(seat.lastUsedAt);
  if (unusedMs > seatDays * dayMs) throw unauthenticated();
  return seat;
}

/** Looks the credentials up. An `Authorization` that means nothing in this meeting is refused. */
export async function standingIn(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<Standing> {
  const standing: Standing = { isOwner: false, hasHostKey: false, seat: undefined };
  if (caller.authorization !== undefined) {
    const token = bearerOf(caller.authorization);
    if (token.startsWith("seat_")) {
      standing.seat = await findSeat(services, token);
      if (standing.seat.meetingId !== meeting.id) throw unauthenticated();
    } else if (token.startsWith("host_") && matchesHash(token, meeting.hostKeyHash)) {
      standing.hasHostKey = true;
    } else {
      throw unauthenticated();
    }
  }
  if (caller.ownerSecret !== undefined) {
    standing.isOwner = await services.store.meetings.isOwner(
      meeting.id,
      hashOf(caller.ownerSecret),
    );
  }
  return standing;
}

/** For addresses that belong to no meeting: an `Authorization` has to be worth something all the same. */
export async function refuseUnknownAuthorization(
  services: Services,
  caller: Caller,
): Promise<StoredSeat | undefined> {
  if (caller.authorization === undefined) return undefined;
  const token = bearerOf(caller.authorization);
  if (!token.startsWith("seat_")) throw unauthenticated();
  return await findSeat(services, token);
}

const isHostSeat = (seat: StoredSeat | undefined) => seat?.role === "host" && !seat.removedAt;

/**
 * Whether the caller is host. A right that comes from the cookie alone counts only for what a page of
 * ours sent: otherwise another site could use it in the owner's name (`cross-origin`).
 */
export function actsAsHost(caller: Caller, { isOwner, hasHostKey, seat }: Standing): boolean {
  if (hasHostKey || isHostSeat(seat)) return true;
  if (!isOwner) return false;
  if (caller.origin !== "ours") throw new Failure("cross-origin");
  return true;
}

/** Throws unless the caller is host of the meeting. */
export async function requireHost(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<void> {
  const standing = await standingIn(services, caller, meeting);
  if (actsAsHost(caller, standing)) return;
  const isNobody = caller.authorization === undefined && caller.ownerSecret === undefined;
  throw new Failure(isNobody ? "unauthenticated" : "forbidden", {
    detail: isNobody
      ? "Send the meeting's host key, or use the browser that made the meeting."
      : "Only a host of this meeting may do this.",
  });
}
