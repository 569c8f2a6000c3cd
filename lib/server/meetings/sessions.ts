// What is made of the rows that webhooks left: times, and nothing of where they are kept.
import type { Attendance, Session } from "@/lib/server/ports/store";

/** LiveKit's restarts and a host's rotation of the room make a new session of what people call one. */
const bridgedMs = 60_000;

export interface Stay {
  from: string;
  /** null while inside. */
  to: string | null;
}

export interface Sitting extends Stay {
  /** LiveKit's sessions that it is made of. */
  sessionIds: string[];
}

const later = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one > other ? one : other;

/** Whether what comes later begins within `gapMs` of the end of what there is. */
function goesOn(last: Stay | undefined, next: Stay, gapMs: number): last is Stay {
  if (!last) return false;
  return last.to === null || Date.parse(next.from) - Date.parse(last.to) <= gapMs;
}

/** Sessions that overlap or follow each other within a minute, as one. */
export function joinSessions(sessions: readonly Session[]): Sitting[] {
  const sittings: Sitting[] = [];
  const inOrder = [...sessions].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  for (const { id, startedAt, endedAt } of inOrder) {
    const last = sittings.at(-1);
    if (goesOn(last, { from: startedAt, to: endedAt }, bridgedMs)) {
      last.to = later(last.to, endedAt);
      last.sessionIds.push(id);
    } else sittings.push({ from: startedAt, to: endedAt, sessionIds: [id] });
  }
  return sittings;
}

/**
 * What people call the meeting that goes on: the sitting that runs, or stopped within the last minute, as at
 * a rotation. What a host ended for everyone does not go on.
 */
export function sittingAt(
  now: Date,
  sessions: readonly Session[],
  { endedAt }: { endedAt: string | null },
): Sitting | undefined {
  const since = sessions.filter(({ startedAt }) => endedAt === null || startedAt > endedAt);
  const last = joinSessions(since).at(-1);
  return goesOn(last, { from: now.toISOString(), to: null }, bridgedMs) ? last : undefined;
}

/** One person's connections, those that overlap as one stay. */
export function joinStays(attendance: readonly Attendance[]): Stay[] {
  const stays: Stay[] = [];
  const inOrder = [...attendance].sort((a, b) => a.joinedAt.localeCompare(b.joinedAt));
  for (const { joinedAt, leftAt } of inOrder) {
    const last = stays.at(-1);
    if (goesOn(last, { from: joinedAt, to: leftAt }, 0)) last.to = later(last.to, leftAt);
    else stays.push({ from: joinedAt, to: leftAt });
  }
  return stays;
}

/** How long all of them are together; what has not ended lasts until now. */
export function secondsOf(stays: readonly Stay[], now: string): number {
  const ms = stays.map(({ from, to }) => Math.max(0, Date.parse(to ?? now) - Date.parse(from)));
  return Math.round(ms.reduce((sum, each) => sum + each, 0) / 1000);
}
