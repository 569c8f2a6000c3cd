// What is changed of one person: by themselves, or by those who run the meeting.
import type { MeetingId } from "@/lib/contract/meeting-id";
import type { PublishKind, SeatView, UpdateParticipantRequest } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { PersonalAllow, SeatEdit, StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { alignParticipant, tellingHost } from "./align-room";
import { type Caller, isLive, type Rank, seatsGoodSince } from "./caller";
import { findMeeting } from "./find-meeting";
import { seatView } from "./grants";
import { type Insider, insiderOf } from "./insider";
import { limitOwnChanges } from "./limits";
import { takeHostBack } from "./take-back";
import { turnOff } from "./turn-off";

const forbidden = (detail: string) => new Failure("forbidden", { detail });

interface Act {
  caller: Caller;
  insider: Insider;
  meeting: StoredMeeting;
  rank: Rank;
  isSelf: boolean;
  seat: StoredSeat;
  change: UpdateParticipantRequest;
}

/**
 * Changes a participant. Everything is checked before anything is done. Throws `rate-limited`, `forbidden`,
 * `last-host`, `participant-not-found`, or `media-unavailable` where it is kept and has not reached LiveKit.
 */
export async function updateParticipant(
  services: Services,
  caller: Caller,
  id: MeetingId,
  identity: string,
  change: UpdateParticipantRequest,
): Promise<SeatView> {
  const meeting = await findMeeting(services, caller.address, id);
  const insider = await insiderOf(services, caller, meeting);
  const rank = insider.rank();
  const isSelf = insider.seat?.identity === identity;
  if (isSelf) await limitOwnChanges(services, identity);
  if (!isSelf && rank === "participant")
    throw forbidden("Only a host of this meeting may do this.");
  const seat = await findLiveSeat(services, meeting, identity);
  const act: Act = { caller, insider, meeting, rank, isSelf, seat, change };
  check(act);
  await write(services, act);
  await reach(services, act);
  return seatView((await services.store.seats.findByIdentity(identity)) ?? seat);
}

/** Somebody who was let in and not put out; throws `participant-not-found`. */
async function findLiveSeat(
  services: Services,
  meeting: StoredMeeting,
  identity: string,
): Promise<StoredSeat> {
  const seat = await services.store.seats.findByIdentity(identity);
  if (seat?.meetingId !== meeting.id || !isLive(seat)) throw new Failure("participant-not-found");
  return seat;
}

function check({ meeting, rank, isSelf, seat, change }: Act): void {
  const { name, hand_raised, role, muted, ask_to_unmute, call_on, allow } = change;
  const isModerator = rank === "host" || rank === "cohost";
  const actsAsModerator = muted ?? ask_to_unmute ?? call_on ?? allow;
  if (actsAsModerator !== undefined && !isModerator) {
    throw forbidden("Only a host of this meeting may do this.");
  }
  if (name !== undefined && !isModerator && !meeting.settings.allow.rename) {
    throw forbidden("The hosts keep names as they are in this meeting.");
  }
  if (hand_raised === true && !isSelf) {
    throw forbidden("Only the person may raise their hand; a host may lower it.");
  }
  if (role === undefined || role === seat.role) return;
  const isOfHosts = role === "host" || seat.role === "host";
  if (rank !== "host" && (isOfHosts || rank !== "cohost")) {
    throw forbidden("Only a host may make somebody host, or take that back.");
  }
}

async function write(services: Services, act: Act): Promise<void> {
  const { caller, insider, meeting, rank, isSelf, seat, change } = act;
  const { seats } = services.store;
  const { name, hand_raised, role, call_on, allow } = change;
  if (role !== undefined && role !== seat.role) {
    const result = await seats.setRole(seat.identity, role, seatsGoodSince(services));
    if (result === "last-host") {
      throw new Failure("last-host", {
        detail: "Make somebody else host first: a meeting needs at least one.",
      });
    }
    const about = { meeting_id: seat.meetingId, identity: seat.identity };
    services.log.info({ event: "role-changed", ...about, role }, "somebody has another role");
  }
  if (role !== undefined && role !== "host" && rank === "host" && !isSelf) {
    await takeHostBack(services, meeting, seat, { ...insider, caller });
  }
  const edit: SeatEdit = {};
  if (name !== undefined) edit.name = name;
  if (allow) edit.allow = allowedNow(seat.allow, allow);
  if (hand_raised === false || call_on) edit.handRaisedAt = null;
  else if (hand_raised === true && seat.handRaisedAt === null) {
    // One that is raised already keeps its place among the others'.
    edit.handRaisedAt = services.clock.now().toISOString();
  }
  await seats.edit(seat.identity, edit);
}

function allowedNow(
  before: PersonalAllow,
  change: Partial<Record<PublishKind, boolean | null | undefined>>,
): PersonalAllow {
  const after: PersonalAllow = { ...before };
  for (const kind of ["microphone", "camera", "screen_share"] as const) {
    const wish = change[kind];
    if (wish === null) delete after[kind];
    else if (wish !== undefined) after[kind] = wish;
  }
  return after;
}

async function reach(services: Services, act: Act): Promise<void> {
  const { insider, meeting, seat, change } = act;
  const { roomName } = meeting;
  if (change.muted) {
    const work = turnOff(services, meeting, seat, change.muted);
    await tellingHost(services, work, { isKept: false });
  }
  const ask = { at: services.clock.now().toISOString(), by: insider.seat?.name ?? "" };
  if (change.call_on) {
    const work = services.media.callOn(roomName, seat.identity, ask);
    await tellingHost(services, work, { isKept: false });
  } else if (change.ask_to_unmute) {
    const work = services.media.askToUnmute(roomName, seat.identity, ask);
    await tellingHost(services, work, { isKept: false });
  }
  await tellingHost(services, alignParticipant(services, meeting.id, seat.identity));
}
