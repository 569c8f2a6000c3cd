import type { JoinedMeeting, JoinRequest, WaitingToJoin } from "@/lib/contract/join";
import { normaliseMeetingCode } from "@/lib/contract/meeting-code";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { knockTopic, type Role } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { LiveParticipant } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { admit, refuseRemoved } from "./admission";
import { type Caller, type Rank, rankOf, type Standing, sendsSeat, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";
import { liveStandingOf } from "./grants";
import { hintModerators } from "./knocks";
import { limit, limitPasscode, limitSeatPoll } from "./limits";
import { describeMeeting } from "./meeting-view";
import { openRoom } from "./open-room";
import { isPasscode } from "./passcode";
import { hashOf, newIdentity, newSeatToken } from "./secrets";
import { sittingAt } from "./sessions";
import { within } from "./within";

/** The caller is told within 3.5 s, whatever LiveKit does. */
const budgetMs = 3_000;
/** How long a place is kept for somebody who has a token and is not connected yet. */
const placeKeptMs = 15_000;
/** How often those who wait ask again. */
const askAgainMs = 1_500;
/** Whoever has not asked for so long begins to wait anew. */
const waitIsOverMs = 60_000;

/** The caller's place: the seat that was taken again, or one that is not written yet. */
interface Place {
  identity: string;
  name: string;
  role: Role;
  seatToken: string;
  seat: StoredSeat | undefined;
  /** What made them host as they came, where it was no seat: it can be taken back. */
  came: Partial<Pick<StoredSeat, "ownerHash" | "hostKeyHash">>;
}

/**
 * Gives the caller a place in the meeting, or the one that their seat token stands for; or lets them
 * wait for one, by the same seat. The room is made again if LiveKit does not have it; a meeting deleted
 * meanwhile is not brought back.
 */
export async function joinMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
  input: JoinRequest,
): Promise<JoinedMeeting | WaitingToJoin> {
  const startedAt = performance.now();
  const isKnown = sendsSeat(caller);
  if (input.participant_name === undefined && !isKnown) throw nameMissing();
  if (!isKnown) await limit(services, "join", caller.address);
  const meeting = await findMeeting(services, caller.address, id);
  checkRoomName(input, meeting);
  const standing = await standingIn(services, caller, meeting);
  if (isKnown) await limitRejoin(services, caller, standing);
  if (standing.isOfAnother) {
    throw new Failure("forbidden", { detail: "This credential belongs to another meeting." });
  }
  refuseRemoved(standing.seat);
  // A call that is cut off comes back without a name: its person reads first that they were put out.
  if (input.participant_name === undefined) refuseRemoved(standing.formerSeat);
  const rank = rankOf(caller, standing);
  const place = placeFor(meeting, caller, standing, rank, input);

  const left = () => budgetMs - (performance.now() - startedAt);
  let asked: Promise<readonly LiveParticipant[]> | undefined;
  const inside = () => {
    asked ??= within(left(), services.media.listParticipants(meeting.roomName));
    return asked;
  };
  const admission = await admit({
    meeting,
    rank,
    seat: place.seat,
    isPasscodeRight: await knowsPasscode(services, caller, meeting, input),
    inside,
    goesOn: async () => (await sittingOf(services, meeting)) !== undefined,
    now: services.clock.now(),
  });
  const again = () => joinMeeting(services, caller, id, input);
  if (admission !== "in") {
    // A host may have decided in this very moment.
    return (await wait(services, meeting, place, admission)) ?? (await again());
  }

  const current = await ensureRoom(services, meeting, left);
  // What a host switched on meanwhile holds for this one, too.
  if (current.revision !== meeting.revision) return await again();
  const seat = await takeSeat(services, current, place, rank, inside);
  if (!place.seat && standing.owner && !(await standingIn(services, caller, meeting)).owner) {
    // Another host took it back in this very moment.
    await services.store.seats.discard(seat.identity);
    return await again();
  }
  return await joined(services, current, place, seat);
}

async function knowsPasscode(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
  { passcode }: JoinRequest,
): Promise<boolean> {
  const isRight = isPasscode(services, meeting, passcode);
  if (meeting.passcodeSealed !== null && passcode !== undefined) {
    await limitPasscode(services, caller.address, meeting.id, isRight);
  }
  return isRight;
}

async function limitRejoin(services: Services, caller: Caller, { seat }: Standing): Promise<void> {
  // Many behind one address may wait, and come back: each has a limit of their own.
  if (seat) await limitSeatPoll(services, seat.identity);
  else await limit(services, "join", caller.address);
}

function nameMissing(): Failure {
  return new Failure("invalid-request", {
    errors: [{ pointer: "/participant_name", detail: "A name is needed to join." }],
  });
}

/** LiveKit's SDKs may send the room they were told: it has to be this one. */
function checkRoomName({ room_name }: JoinRequest, meeting: StoredMeeting): void {
  if (room_name === undefined || room_name === meeting.roomName) return;
  if (normaliseMeetingCode(room_name) === meeting.id) return;
  throw new Failure("invalid-request", {
    errors: [{ pointer: "/room_name", detail: "This is not the meeting's room." }],
  });
}

function placeFor(
  meeting: StoredMeeting,
  caller: Caller,
  { seat, owner, hasHostKey }: Standing,
  rank: Rank,
  { participant_name: name }: JoinRequest,
): Place {
  const { ownerSecret } = caller;
  const came = {
    ...(owner && ownerSecret !== undefined ? { ownerHash: hashOf(ownerSecret) } : {}),
    ...(hasHostKey ? { hostKeyHash: meeting.hostKeyHash } : {}),
  };
  if (seat) {
    const seatToken = caller.authorization?.replace(/^\s*Bearer +/i, "").trim() ?? "";
    return { identity: seat.identity, name: seat.name, role: seat.role, seatToken, seat, came };
  }
  if (name === undefined) throw nameMissing();
  const role = rank === "host" ? "host" : "participant";
  return { identity: newIdentity(), name, role, seatToken: newSeatToken(), seat: undefined, came };
}

function newSeatOf(meeting: StoredMeeting, place: Place, now: string) {
  return {
    identity: place.identity,
    meetingId: meeting.id,
    tokenHash: hashOf(place.seatToken),
    name: place.name,
    role: place.role,
    createdAt: now,
    lastUsedAt: now,
    ...place.came,
  };
}

/** Puts the caller among those who wait, or keeps them there; undefined where their seat changed meanwhile. */
async function wait(
  services: Services,
  meeting: StoredMeeting,
  place: Place,
  status: WaitingToJoin["status"],
): Promise<WaitingToJoin | undefined> {
  const { seats } = services.store;
  const time = services.clock.now();
  const now = time.toISOString();
  const { seat } = place;
  const staleBefore = new Date(time.getTime() - waitIsOverMs).toISOString();
  const waits =
    seat?.status !== "denied" && seat?.waitingSince && (seat.askedAt ?? "") >= staleBefore;
  const since = waits ? (seat.waitingSince ?? now) : now;
  const waiting = { waitingSince: since, askedAt: now, lastUsedAt: now };
  // Whoever was let in before stays so, and waits for no admission.
  const kept = seat?.status === "in" ? "in" : "waiting";
  if (seat) {
    const only = { while: seat.status };
    if (!(await seats.edit(seat.identity, { ...waiting, status: kept }, only))) return undefined;
  } else await seats.insert({ ...newSeatOf(meeting, place, now), ...waiting, status: kept });
  if (!waits) {
    hintModerators(services, meeting, knockTopic);
    services.log.info(
      { event: "waits", meeting_id: meeting.id, identity: place.identity, status },
      "somebody waits to be let in",
    );
  }
  return {
    status,
    seat_token: place.seatToken,
    retry_after_ms: askAgainMs,
    participant_identity: place.identity,
    participant_name: place.name,
    waiting_since: since,
  };
}

/**
 * Makes the meeting's room and says what the meeting is after that: it may have been deleted meanwhile
 * (`meeting-deleted`), or moved to another room. Then the one just made must not stay open.
 */
async function ensureRoom(
  services: Services,
  meeting: StoredMeeting,
  left: () => number,
): Promise<StoredMeeting> {
  const { media, log } = services;
  const now = await within(left(), openRoom(services, meeting));
  if (now?.deletedAt === null && now.roomName === meeting.roomName) return now;
  await media.deleteRoom(meeting.roomName).catch((error: unknown) => {
    const about = { meeting_id: meeting.id, room_name: meeting.roomName };
    log.warn({ err: error, ...about }, "could not close a room that was given up during a join");
  });
  if (now?.deletedAt === null) return await ensureRoom(services, now, left);
  throw new Failure("meeting-deleted");
}

/** Writes the seat and keeps a place for it; throws `meeting-full`. Hosts always have one. */
async function takeSeat(
  services: Services,
  meeting: StoredMeeting,
  place: Place,
  rank: Rank,
  inside: () => Promise<readonly LiveParticipant[]>,
): Promise<StoredSeat> {
  const { seats, meetings } = services.store;
  const time = services.clock.now();
  const now = time.toISOString();
  const handRaisedAt = await handOf(services, meeting, place.seat);
  if (place.seat)
    await seats.edit(place.identity, { lastUsedAt: now, handRaisedAt, ...place.came });
  else await seats.insert(newSeatOf(meeting, place, now));

  const { max_participants: most } = meeting.settings;
  const isLimited = most !== null && rank !== "host" && rank !== "cohost";
  const people = isLimited ? (await inside()).map(({ identity }) => identity) : [];
  const until = new Date(time.getTime() + placeKeptMs).toISOString();
  const limits = { inside: people, most: isLimited ? most : Number.POSITIVE_INFINITY, now, until };
  const { identity } = place;
  if (!(await seats.takePlace({ meetingId: meeting.id, identity }, limits))) {
    if (!place.seat) await seats.discard(identity);
    throw new Failure("meeting-full");
  }
  // Only now: whoever finds the meeting full was not let in.
  await seats.edit(identity, { status: "in" });
  await meetings.touch(meeting.id, now);
  const seat = await seats.findByIdentity(identity);
  if (!seat) throw new Failure("meeting-deleted");
  // A host may have put them out while they came back.
  refuseRemoved(seat);
  return seat;
}

/** A raised hand outlives a reload and another room, and not the sitting it was raised in. */
async function handOf(
  services: Services,
  meeting: StoredMeeting,
  seat: StoredSeat | undefined,
): Promise<string | null> {
  if (!seat?.handRaisedAt) return null;
  const sitting = await sittingOf(services, meeting);
  return sitting && sitting.from <= seat.handRaisedAt ? seat.handRaisedAt : null;
}

async function sittingOf({ store, clock }: Services, meeting: StoredMeeting) {
  return sittingAt(clock.now(), await store.attendance.listSessions(meeting.id), meeting);
}

async function joined(
  services: Services,
  meeting: StoredMeeting,
  place: Place,
  seat: StoredSeat,
): Promise<JoinedMeeting> {
  const { token, expiresAt } = await services.media.issueToken({
    roomName: meeting.roomName,
    identity: seat.identity,
    ...liveStandingOf(meeting, seat),
  });
  services.hints.joinedAt.set(meeting.id, services.clock.now().getTime());
  services.log.info(
    {
      event: "joined",
      meeting_id: meeting.id,
      room_name: meeting.roomName,
      identity: seat.identity,
      role: seat.role,
      is_rejoin: place.seat !== undefined,
    },
    "gave a place in a meeting",
  );
  return {
    server_url: services.config.livekitPublicUrl,
    participant_token: token,
    room_name: meeting.roomName,
    participant_name: seat.name,
    participant_identity: seat.identity,
    role: seat.role,
    seat_token: place.seatToken,
    expires_at: expiresAt,
    meeting: await describeMeeting(services, meeting),
    ended_by: meeting.endedBy,
  };
}
