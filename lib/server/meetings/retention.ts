// How long what is known of a meeting is kept.
import type { Session, StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";

const dayMs = 24 * 60 * 60 * 1000;

/** When it was last used: a join, somebody inside, or the time it is meant for, whichever is last. */
function lastUseMs(
  { lastUsedAt, scheduledAt }: StoredMeeting,
  sessions: readonly Session[],
  now: Date,
): number {
  const ends = sessions.map(({ endedAt }) => (endedAt ? Date.parse(endedAt) : now.getTime()));
  return Math.max(Date.parse(lastUsedAt), scheduledAt ? Date.parse(scheduledAt) : 0, ...ends);
}

/** When all of it is wiped, if nobody comes again before. */
export function keptUntil(
  { clock, config }: Pick<Services, "clock" | "config">,
  meeting: StoredMeeting,
  sessions: readonly Session[],
): string {
  const last = lastUseMs(meeting, sessions, clock.now());
  return new Date(last + config.retentionDays * dayMs).toISOString();
}
