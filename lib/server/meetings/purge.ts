// Wipes what is known of meetings that nobody has used for long. The id stays, and answers 410 for good.
import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Services } from "@/lib/server/services";
import { forgetAnswers } from "./idempotency";

const everySeconds = 60 * 60;
const dayMs = 24 * 60 * 60 * 1000;
/** What was deleted by a host is wiped when LiveKit has nothing more to tell of it. */
const deletedKeptMs = 60 * 60 * 1000;
const leasesKeptMs = 60 * 60 * 1000;
const atOnce = 100;

/**
 * A round of it, once an hour whatever the number of processes: the others come back at once. A meeting
 * that somebody is in is left alone, whatever the store says. Throws what the store or LiveKit threw;
 * the next round goes on.
 */
export async function purge(services: Services): Promise<void> {
  const { store, clock, config } = services;
  const now = clock.now();
  if (!(await store.leases.acquire("purge", everySeconds, now))) return;
  await forgetAnswers(services);
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await store.leases.forgetBefore(before(leasesKeptMs));
  const when = {
    usedBefore: before(config.retentionDays * dayMs),
    deletedBefore: before(deletedKeptMs),
  };
  let after: MeetingId | undefined;
  do {
    const expired = await store.retention.listExpired({
      ...when,
      limit: atOnce,
      ...(after === undefined ? {} : { after }),
    });
    for (const meeting of expired) {
      await purgeMeeting(services, meeting, { ...when, at: now.toISOString() });
    }
    after = expired.length < atOnce ? undefined : expired.at(-1)?.id;
  } while (after !== undefined);
}

async function purgeMeeting(
  { store, media, log }: Services,
  { id, roomName }: { id: MeetingId; roomName: string },
  when: { usedBefore: string; deletedBefore: string; at: string },
): Promise<void> {
  const room = await media.findRoom(roomName);
  if (room && room.participants.length > 0) return;
  if (!(await store.retention.purge(id, when))) return;
  log.info({ event: "meeting-purged", meeting_id: id }, "wiped what was known of a meeting");
  // Where this fails the room is noted for closing.
  await media.deleteRoom(roomName);
  await store.meetings.roomClosed(id);
}
