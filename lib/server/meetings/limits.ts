import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";

const windowSeconds = 60;

/** How many a client address may do of each in a minute. */
const most = { create: 30, join: 600, miss: 20 } as const;

function tooMany(services: Services, resetAtMs: number): Failure {
  const seconds = Math.ceil((resetAtMs - services.clock.now().getTime()) / 1000);
  return new Failure("rate-limited", {
    detail: "Too many requests came from this address. Try again in a moment.",
    retryAfter: Math.max(1, seconds),
  });
}

/** Counts one more; throws `rate-limited` when it is one too many. */
export async function limit(
  services: Services,
  what: "create" | "join",
  address: string,
): Promise<void> {
  const now = services.clock.now();
  const { count, resetAt } = await services.store.limits.hit(
    `${what}:${address}`,
    windowSeconds,
    now,
  );
  if (count > most[what]) throw tooMany(services, Date.parse(resetAt));
}

/**
 * Throws `rate-limited` for an address that guessed too often: what exists is not told to it either,
 * otherwise it could go on guessing and read the answer from the difference.
 */
export function refuseGuesser(services: Services, address: string): void {
  const until = services.hints.blockedUntil.get(address);
  if (until === undefined) return;
  if (until > services.clock.now().getTime()) throw tooMany(services, until);
  services.hints.blockedUntil.delete(address);
}

/** Counts a look-up of an id that was never given out; throws when the address guessed too often. */
export async function countMiss(services: Services, address: string): Promise<void> {
  const now = services.clock.now();
  const { count, resetAt } = await services.store.limits.hit(`miss:${address}`, windowSeconds, now);
  if (count < most.miss) return;
  const until = Date.parse(resetAt);
  if (services.hints.blockedUntil.size > 10_000) services.hints.blockedUntil.clear();
  services.hints.blockedUntil.set(address, until);
  if (count > most.miss) throw tooMany(services, until);
}
