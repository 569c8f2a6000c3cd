// The store is the truth, a LiveKit room its projection: this is the projecting.
import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { LiveParticipant, LiveRoom } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { stateOf } from "./about-meeting";
import { isLive } from "./caller";
import { fewAtOnce } from "./few-at-once";
import { liveStandingOf } from "./grants";
import { within } from "./within";

const mostRounds = 5;
const patienceMs = 3_000;

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));

export function isAsItShould(
  person: LiveParticipant,
  meeting: StoredMeeting,
  seat: StoredSeat,
): boolean {
  const should = liveStandingOf(meeting, seat);
  return (
    person.name === should.name &&
    person.role === should.role &&
    person.hand_raised_at === should.handRaisedAt &&
    person.can_publish_data === should.canPublishData &&
    sameSet(person.may_publish, should.sources)
  );
}

/** What is to be done to the room. People without a seat of ours (agents, say) are left alone. */
async function changesFor(services: Services, meeting: StoredMeeting, room: LiveRoom) {
  const { media, store } = services;
  const { roomName } = meeting;
  const changes: (() => Promise<void>)[] = [];
  const state = stateOf(meeting);
  if (JSON.stringify(room.state) !== JSON.stringify(state)) {
    changes.push(() => media.updateRoomState(roomName, state));
  }
  const identities = room.participants.map(({ identity }) => identity);
  const seats = new Map(
    (await store.seats.findAll(meeting.id, identities)).map((seat) => [seat.identity, seat]),
  );
  for (const person of room.participants) {
    const seat = seats.get(person.identity);
    if (!seat) continue;
    if (!isLive(seat)) changes.push(() => media.removeParticipant(roomName, seat.identity));
    else if (!isAsItShould(person, meeting, seat)) {
      const standing = liveStandingOf(meeting, seat);
      changes.push(() => media.updateParticipant(roomName, seat.identity, standing));
    }
  }
  return changes;
}

/** A room from before a host ended the meeting for everyone, which LiveKit could not be told of then. */
const wasEnded = (meeting: StoredMeeting, room: LiveRoom) =>
  room.state !== undefined && room.state.ended_at !== meeting.endedAt;

/**
 * Brings LiveKit's room to what the store says: what everybody is told, what each is and may do, who
 * must not be inside. Looks again after each round, since somebody else may have changed something
 * meanwhile: whoever writes last also looks last, so nobody is left with a mixture. Throws
 * `media-unavailable`.
 */
export async function alignRoom(services: Services, id: MeetingId): Promise<void> {
  const { media, store } = services;
  for (let round = 0; round < mostRounds; round += 1) {
    const meeting = await store.meetings.find(id);
    if (!meeting || meeting.deletedAt !== null) return;
    const room = await media.findRoom(meeting.roomName);
    if (!room) return;
    if (wasEnded(meeting, room)) {
      await media.updateRoomState(meeting.roomName, stateOf(meeting));
      await media.deleteRoom(meeting.roomName);
      return;
    }
    const changes = await changesFor(services, meeting, room);
    if (changes.length === 0) return;
    const [failure] = await fewAtOnce(changes, (change) => change());
    if (failure !== undefined) throw failure;
  }
}

/**
 * Brings one person inside to what the store says of them, and looks no further: one call for a change of
 * one person, however many are inside. Reads again after each, as `alignRoom` does, and why. Throws
 * `media-unavailable`.
 */
export async function alignParticipant(
  { media, store }: Services,
  id: MeetingId,
  identity: string,
): Promise<void> {
  let told: string | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const meeting = await store.meetings.find(id);
    const seat = await store.seats.findByIdentity(identity);
    if (!meeting || meeting.deletedAt !== null || !seat || !isLive(seat)) return;
    const standing = liveStandingOf(meeting, seat);
    const next = JSON.stringify([meeting.roomName, standing]);
    if (next === told) return;
    await media.updateParticipant(meeting.roomName, identity, standing);
    told = next;
  }
}

/**
 * `alignRoom` for a host who waits for it, 3 s at most. What was written holds all the same, and the
 * next reconciliation brings it to the room: the host is told so (`media-unavailable`).
 */
export async function alignForHost(services: Services, id: MeetingId): Promise<void> {
  await tellingHost(services, alignRoom(services, id));
}

/**
 * Waits for what a host's act does on LiveKit, 3 s at most; says to the host what a failure means:
 * that it is kept, or for what is done once and not kept, that it was not done, or how far it came.
 */
export async function tellingHost(
  services: Services,
  work: Promise<unknown>,
  {
    isKept = true,
    saysHowFar = () => undefined,
  }: { isKept?: boolean; saysHowFar?: () => string | undefined } = {},
): Promise<void> {
  try {
    await within(patienceMs, work);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "media-unavailable") throw error;
    services.log.warn({ err: error, is_kept: isKept }, "a host's act has not reached LiveKit");
    throw new Failure("media-unavailable", {
      detail: isKept
        ? "It is kept, and takes effect as soon as the media server can be reached, within seconds of that."
        : (saysHowFar() ??
          "The media server cannot be reached, so nothing was done. Try again in a moment."),
      retryAfter: error.options.retryAfter ?? 2,
      cause: error,
    });
  }
}
