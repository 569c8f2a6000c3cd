// How often somebody may do something. Counted in the store, so that all processes count together.
import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";

const windowSeconds = 60;

/** How many of each in a minute, and whose they are. */
const limits = {
  create: { most: 30, whose: "this address" },
  join: { most: 600, whose: "this address" },
  "look-up": { most: 20, whose: "this address" },
  passcode: { most: 10, whose: "this address" },
  poll: { most: 120, whose: "this seat" },
  message: { most: 60, whose: "this seat" },
  change: { most: 60, whose: "this seat" },
  "api-key": { most: 1200, whose: "this API key" },
} as const;

type Limit = keyof typeof limits;

/** What is left of a limit, as the answer's headers say it. */
export interface Quota {
  most: number;
  windowSeconds: number;
  /** Undefined where nothing was counted. */
  state: { remaining: number; resetSeconds: number } | undefined;
}

function secondsUntil(services: Services, ms: number): number {
  return Math.max(1, Math.ceil((ms - services.clock.now().getTime()) / 1000));
}

function note(services: Services, what: Limit, counted?: { count: number; resetAt: number }): void {
  const { most } = limits[what];
  services.notes?.quotas.set(what, {
    most,
    windowSeconds,
    state: counted && {
      remaining: Math.max(0, most - counted.count),
      resetSeconds: secondsUntil(services, counted.resetAt),
    },
  });
}

function tooMany(services: Services, what: Limit, resetAt: number): Failure {
  return new Failure("rate-limited", {
    detail: `Too many requests came from ${limits[what].whose}. Try again in a moment.`,
    retryAfter: secondsUntil(services, resetAt),
  });
}

/** Counts one more against a limit, and notes what is left. */
async function count(services: Services, what: Limit, key: string) {
  const now = services.clock.now();
  const hit = await services.store.limits.hit(`${what}:${key}`, windowSeconds, now);
  const counted = { count: hit.count, resetAt: Date.parse(hit.resetAt) };
  note(services, what, counted);
  return counted;
}

async function countOrRefuse(services: Services, what: Limit, key: string): Promise<void> {
  const counted = await count(services, what, key);
  if (counted.count > limits[what].most) throw tooMany(services, what, counted.resetAt);
}

/**
 * Throws for a guesser whose tries are used up, whatever is asked: answering what is right would let the
 * guessing go on, and be read from the difference. Each process remembers it by itself.
 */
function refuseUsedUp(services: Services, what: Limit, key: string): void {
  const name = `${what}:${key}`;
  const until = services.hints.blockedUntil.get(name);
  if (until === undefined) return;
  if (until > services.clock.now().getTime()) {
    note(services, what, { count: limits[what].most, resetAt: until });
    throw tooMany(services, what, until);
  }
  services.hints.blockedUntil.delete(name);
}

async function countWrong(services: Services, what: Limit, key: string): Promise<void> {
  const counted = await count(services, what, key);
  if (counted.count < limits[what].most) return;
  const { blockedUntil } = services.hints;
  if (blockedUntil.size > 10_000) blockedUntil.clear();
  blockedUntil.set(`${what}:${key}`, counted.resetAt);
  if (counted.count > limits[what].most) throw tooMany(services, what, counted.resetAt);
}

/** A program with an API key has a quota of its own, and none of its address's. */
const hasOwnQuota = (services: Services) => services.notes?.apiKey !== undefined;

/** Counts a create or a join of this address; throws `rate-limited` when it is one too many. */
export async function limit(
  services: Services,
  what: "create" | "join",
  address: string,
): Promise<void> {
  if (!hasOwnQuota(services)) await countOrRefuse(services, what, address);
}

/** Counts a request with this API key; throws `rate-limited`. */
export async function limitApiKey(services: Services, name: string): Promise<void> {
  await countOrRefuse(services, "api-key", name);
}

/** Counts a waiting seat that asks again: not its address's joins, which a whole class shares. */
export async function limitSeatPoll(services: Services, identity: string): Promise<void> {
  await countOrRefuse(services, "poll", identity);
}

/** Counts a message that a seat writes, edits or deletes; throws `rate-limited`. */
export async function limitMessages(services: Services, identity: string): Promise<void> {
  await countOrRefuse(services, "message", identity);
}

/** Counts what a seat changes of itself, each time a call of LiveKit's that all meetings share; throws `rate-limited`. */
export async function limitOwnChanges(services: Services, identity: string): Promise<void> {
  await countOrRefuse(services, "change", identity);
}

/**
 * For a passcode that was compared: counts it where it was wrong. Throws `rate-limited` for an address
 * that guessed too often in this meeting, then for the right one too.
 */
export async function limitPasscode(
  services: Services,
  address: string,
  meetingId: MeetingId,
  isRight: boolean,
): Promise<void> {
  const key = `${address}:${meetingId}`;
  refuseUsedUp(services, "passcode", key);
  if (!isRight) await countWrong(services, "passcode", key);
}

/** Throws `rate-limited` for an address that looked up too many ids that never were. */
export function refuseGuesser(services: Services, address: string): void {
  if (hasOwnQuota(services)) return;
  note(services, "look-up");
  refuseUsedUp(services, "look-up", address);
}

/** Counts a look-up of an id that was never given out; throws when the address guessed too often. */
export async function countMiss(services: Services, address: string): Promise<void> {
  if (!hasOwnQuota(services)) await countWrong(services, "look-up", address);
}
