import type { Clock } from "@/lib/server/ports/clock";
import type { MediaServer } from "@/lib/server/ports/media-server";
import { within } from "./within";

/** How many are in which room, at most a second old. */
export interface ParticipantCounts {
  /** null for every room while LiveKit cannot be asked. Never throws. */
  of(roomNames: readonly string[]): Promise<ReadonlyMap<string, number | null>>;
}

const freshMs = 1_000;
/** While LiveKit is away, callers are not made to wait for it at every request. */
const freshFailureMs = 2_000;
const patienceMs = 1_000;
const mostKept = 5_000;

/**
 * Asks LiveKit once for everything that was asked for while the last question was on its way: a
 * thousand polled meetings cost a handful of calls a second, and a lone one waits for nothing.
 */
export function createParticipantCounts(media: MediaServer, clock: Clock): ParticipantCounts {
  const kept = new Map<string, { until: number; count: number | null }>();
  const wanted = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const isFresh = (name: string) => (kept.get(name)?.until ?? 0) > clock.now().getTime();

  async function askOnce(): Promise<void> {
    next = undefined;
    const names = [...wanted];
    wanted.clear();
    if (kept.size > mostKept) kept.clear();
    const counts = await within(patienceMs, media.countParticipants(names)).catch(() => undefined);
    const until = clock.now().getTime() + (counts ? freshMs : freshFailureMs);
    for (const name of names)
      kept.set(name, { until, count: counts ? (counts.get(name) ?? 0) : null });
  }

  function ask(names: readonly string[]): Promise<void> {
    for (const name of names) wanted.add(name);
    if (!next) {
      next = running.then(askOnce);
      running = next;
    }
    return next;
  }

  return {
    async of(roomNames) {
      const stale = roomNames.filter((name) => !isFresh(name));
      if (stale.length > 0) await ask(stale);
      return new Map(roomNames.map((name) => [name, kept.get(name)?.count ?? null]));
    },
  };
}
