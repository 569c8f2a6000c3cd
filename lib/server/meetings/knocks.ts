// Who waits to be let in, and a host's answer.
import type { MeetingId } from "@/lib/contract/meeting-id";
import { type DecideRequest, type KnockList, knockTopic } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { type Caller, requireModerator, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";

/** Those who wait ask every 1.5 s: whoever has not for so long has gone. */
const goneAfterMs = 15_000;

/**
 * Tells the hosts and cohosts inside to look again at something. Returns at once and never fails: they
 * look by themselves, too, only later.
 */
export function hintModerators(services: Services, meeting: StoredMeeting, topic: string): void {
  const { media, log } = services;
  const work = async () => {
    const inside = await media.listParticipants(meeting.roomName);
    const moderators = inside.filter(({ role }) => role !== "participant");
    await media.hint(
      meeting.roomName,
      moderators.map(({ identity }) => identity),
      topic,
    );
  };
  work().catch((error: unknown) => {
    log.debug({ err: error, meeting_id: meeting.id }, "hosts were not told to look");
  });
}

async function knocksOf(services: Services, meeting: StoredMeeting): Promise<KnockList> {
  const since = new Date(services.clock.now().getTime() - goneAfterMs).toISOString();
  const waiting = await services.store.seats.listWaiting(meeting.id, since);
  return {
    knocks: waiting.map(({ identity, name, waitingSince, createdAt }) => ({
      identity,
      name,
      waiting_since: waitingSince ?? createdAt,
    })),
  };
}

/** Who waits now, for hosts and cohosts. */
export async function listKnocks(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<KnockList> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting, { reads: true });
  return await knocksOf(services, meeting);
}

/**
 * Lets somebody in or not. Returns who waits still. Throws `participant-not-found` for whoever does not
 * wait, or not any more: another host may have been quicker.
 */
export async function decideKnock(
  services: Services,
  caller: Caller,
  id: MeetingId,
  identity: string,
  { decision }: DecideRequest,
): Promise<KnockList> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  const seat = await services.store.seats.findByIdentity(identity);
  const isOurs = seat?.meetingId === id;
  if (!isOurs || !(await decide(services, meeting, [identity], decision))) {
    throw new Failure("participant-not-found", {
      detail: "This person does not wait any more. Another host may have decided.",
    });
  }
  return await knocksOf(services, meeting);
}

/**
 * Somebody who waits goes: the hosts see it at once. Throws `forbidden` for any other seat. Who asks again
 * begins to wait anew.
 */
export async function leaveLobby(
  services: Services,
  caller: Caller,
  id: MeetingId,
  identity: string,
): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await standingIn(services, caller, meeting);
  if (!seat && caller.authorization === undefined) throw new Failure("unauthenticated");
  if (seat?.identity !== identity) {
    throw new Failure("forbidden", { detail: "Only the person who waits may stop waiting." });
  }
  if (seat.status !== "waiting") return;
  await services.store.seats.edit(identity, { askedAt: null });
  hintModerators(services, meeting, knockTopic);
}

/** The same decision for everybody who waits now. */
export async function decideAllKnocks(
  services: Services,
  caller: Caller,
  id: MeetingId,
  { decision }: DecideRequest,
): Promise<KnockList> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting);
  const { knocks } = await knocksOf(services, meeting);
  const identities = knocks.map(({ identity }) => identity);
  await decide(services, meeting, identities, decision);
  return await knocksOf(services, meeting);
}

/** Returns whether anything was decided. */
async function decide(
  services: Services,
  meeting: StoredMeeting,
  identities: readonly string[],
  decision: DecideRequest["decision"],
): Promise<boolean> {
  const at = services.clock.now().toISOString();
  let hasDecided = false;
  for (const identity of identities) {
    if (!(await services.store.seats.decide(identity, decision, at))) continue;
    hasDecided = true;
    services.log.info(
      { event: "knock-decided", meeting_id: meeting.id, identity, decision },
      "a host answered somebody who waited",
    );
  }
  if (hasDecided) hintModerators(services, meeting, knockTopic);
  return hasDecided;
}
