// Closes what LiveKit's webhooks missed. LiveKit says who is inside this second; the store follows.
import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { stateOf } from "./about-meeting";
import { alignRoom } from "./align-room";
import { purge } from "./purge";
import { closeRooms, roomsBefore } from "./rotate-room";
import { endSpotlightOfAbsent } from "./spotlight";

const everySeconds = 10;
/** How long after a join the meeting is looked at even when no webhook told of it. */
const watchedMs = 2 * 60 * 1000;
/** How long after a removal its meeting is looked at, whoever is known to be inside. */
const removalsWatchedMs = 60 * 60 * 1000;
const mostAtOnce = 500;
/** LiveKit's signatures hold for 5 minutes: an older event cannot come again. */
const eventsKeptMs = 60 * 60 * 1000;

/** Brings the store's record of one meeting to what LiveKit says, and the room to what the store says. */
async function reconcileMeeting(services: Services, meeting: StoredMeeting): Promise<void> {
  for (const room of roomsBefore(meeting)) await services.media.deleteRoom(room);
  await endSpotlightOfAbsent(services, meeting);
  await alignRoom(services, meeting.id);
  // The time is taken before LiveKit is asked: whoever comes in meanwhile is later than that.
  const at = services.clock.now().toISOString();
  const room = await services.media.findRoom(meeting.roomName);
  await services.store.attendance.reconcile(
    meeting.id,
    at,
    room
      ? {
          sessionId: room.sid,
          participants: room.participants.map(({ participant_sid, identity, name, joined_at }) => ({
            sid: participant_sid,
            identity,
            name,
            joinedAt: joined_at,
          })),
        }
      : null,
  );
}

/** Closes a room of a meeting that was deleted, or ended for everyone, while LiveKit was away. */
async function closeLate(services: Services, meeting: StoredMeeting): Promise<void> {
  if (meeting.deletedAt === null) {
    await services.media.updateRoomState(meeting.roomName, stateOf(meeting));
  }
  await closeRooms(services, meeting);
  await services.store.meetings.roomClosed(meeting.id);
  services.log.info(
    { event: "room-closed-late", meeting_id: meeting.id, room_name: meeting.roomName },
    "closed a room that should have been closed before",
  );
}

/** Throws what makes all the others fail as well: the store is away, or LiveKit is. */
async function throwIfAway({ media }: Services, error: unknown): Promise<void> {
  if (!(error instanceof Failure)) return;
  if (error.code === "store-unavailable") throw error;
  // One room's node may be gone while LiveKit is there.
  if (error.code === "media-unavailable") await media.ping();
}

/** One meeting that fails does not keep the round from the others. */
async function each<Item extends { id: MeetingId }>(
  services: Services,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      services.log.warn({ err: error, meeting_id: item.id }, "could not reconcile a meeting");
      await throwIfAway(services, error);
    }
  }
}

/** The next of those that run: each has its turn, however many there are. */
async function nextRunning({ store, hints }: Services, limit: number): Promise<MeetingId[]> {
  const { attendance } = store;
  const running = await attendance.listRunning({ after: hints.reconciledUpTo, limit });
  if (running.length < limit) {
    running.push(...(await attendance.listRunning({ limit: limit - running.length })));
  }
  hints.reconciledUpTo = running.at(-1) ?? hints.reconciledUpTo;
  return running;
}

async function meetingsToLookAt(services: Services, limit: number): Promise<Set<MeetingId>> {
  const now = services.clock.now().getTime();
  for (const [id, joinedAt] of services.hints.joinedAt) {
    if (now - joinedAt > watchedMs) services.hints.joinedAt.delete(id);
  }
  // Whoever was put out may be back with an old token, and the webhook that tells of it lost.
  const since = new Date(now - removalsWatchedMs).toISOString();
  const watched = await services.store.seats.listMeetingsWithRemovals(since, limit);
  const running = await nextRunning(services, limit);
  return new Set([...watched, ...running, ...services.hints.joinedAt.keys()]);
}

/**
 * One round over everything that may have gone unnoticed, `atMost` meetings for each reason to look. One
 * process at a time: the others come back at once. Throws what the store or LiveKit threw.
 */
export async function reconcile(services: Services, { atMost = mostAtOnce } = {}): Promise<void> {
  const now = services.clock.now();
  if (!(await services.store.leases.acquire("reconcile", everySeconds, now))) return;
  const unclosed = await services.store.meetings.listUnclosed(atMost);
  await each(services, unclosed, (meeting) => closeLate(services, meeting));
  const toLookAt = [...(await meetingsToLookAt(services, atMost))].map((id) => ({ id }));
  await each(services, toLookAt, async ({ id }) => {
    const meeting = await services.store.meetings.find(id);
    if (meeting && meeting.deletedAt === null) await reconcileMeeting(services, meeting);
  });
  const oldest = new Date(now.getTime() - eventsKeptMs).toISOString();
  await services.store.attendance.forgetEventsBefore(oldest);
  await purge(services);
}

function inBackground(services: Services, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    services.log.debug({ err: error }, "could not reconcile; the next round tries again");
  });
}

/** `reconcile`, if this process has not asked within 10 s. Returns at once and never fails. */
export function reconcileIfStale(services: Services): void {
  const now = services.clock.now().getTime();
  if (now - services.hints.reconcileAskedAt < everySeconds * 1000) return;
  services.hints.reconcileAskedAt = now;
  inBackground(services, () => reconcile(services));
}

/** For a meeting whose record does not agree with LiveKit. Returns at once and never fails. */
export function reconcileSoon(services: Services, meeting: StoredMeeting): void {
  inBackground(services, async () => {
    const now = services.clock.now();
    const lease = `reconcile:${meeting.id}`;
    if (!(await services.store.leases.acquire(lease, everySeconds, now))) return;
    await reconcileMeeting(services, meeting);
  });
}
