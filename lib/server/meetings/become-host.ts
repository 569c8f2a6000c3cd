// How another browser becomes host, and how the key for that is changed.
import type { BecomeHostRequest, HostedMeeting, HostKey } from "@/lib/contract/meeting";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import type { StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { hostUrl } from "./about-meeting";
import { alignForHost } from "./align-room";
import {
  type Caller,
  findSeat,
  ownerSecretFor,
  refuseUnknownAuthorization,
  requireModerator,
  seatsGoodSince,
} from "./caller";
import { findMeeting } from "./find-meeting";
import { describeForHosts } from "./meeting-view";
import { hashOf, matchesHash, newHostKey } from "./secrets";

/**
 * Makes the caller's browser host of the meeting by its host key, and a seat of the meeting, too, if one is
 * named. Throws `forbidden` for a key that is not the meeting's, or not any more.
 */
export async function becomeHost(
  services: Services,
  caller: Caller,
  id: MeetingId,
  input: BecomeHostRequest,
): Promise<{ meeting: HostedMeeting; ownerSecret: string }> {
  const { store, clock, log } = services;
  const meeting = await findMeeting(services, caller.address, id);
  await refuseUnknownAuthorization(services, caller);
  const ownerSecret = ownerSecretFor(caller);
  if (!matchesHash(input.host_key, meeting.hostKeyHash)) {
    throw new Failure("forbidden", {
      detail:
        "This host link is not good, or not any more. Ask a host of the meeting for a new one.",
    });
  }
  const seat = await seatToPromote(services, id, input.seat_token);
  const at = clock.now().toISOString();
  await store.meetings.addOwner(id, hashOf(ownerSecret), at, meeting.hostKeyHash);
  log.info({ event: "became-host", meeting_id: id }, "a browser became host by the host key");
  if (seat) {
    const came = { ownerHash: hashOf(ownerSecret), hostKeyHash: meeting.hostKeyHash };
    await store.seats.edit(seat.identity, { status: "in", ...came });
  }
  if (seat && seat.role !== "host") {
    await store.seats.setRole(seat.identity, "host", seatsGoodSince(services));
    // They are host whatever LiveKit does: the next round brings it to the room.
    await alignForHost(services, id).catch((error: unknown) => {
      log.warn({ err: error, meeting_id: id }, "a new host's room does not know of it yet");
    });
  }
  return { meeting: await describeForHosts(services, meeting), ownerSecret };
}

async function seatToPromote(
  services: Services,
  id: MeetingId,
  token: string | undefined,
): Promise<StoredSeat | undefined> {
  if (token === undefined) return undefined;
  const seat = await findSeat(services, token).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "unauthenticated") return undefined;
    throw error;
  });
  // Somebody who waits is let in by the key; somebody who was put out comes back as another person.
  if (seat?.meetingId === id && seat.removedAt === null) return seat;
  throw new Failure("invalid-request", {
    errors: [{ pointer: "/seat_token", detail: "This is not a seat of this meeting." }],
  });
}

/**
 * Makes a new host key. The one before makes nobody host any more, and browsers that became host by it are not,
 * but for the caller's; who is host by a seat stays so until another host changes that. Hosts alone.
 */
export async function renewHostKey(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<HostKey> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await requireModerator(services, caller, meeting, { hostAlone: true });
  const { meetings, seats } = services.store;
  const ownHash = caller.ownerSecret === undefined ? undefined : hashOf(caller.ownerSecret);
  const ownerHash = ownHash && (await meetings.findOwner(id, ownHash)) ? ownHash : undefined;
  const hostKey = newHostKey();
  const hostKeyHash = hashOf(hostKey);
  const edited = await meetings.edit(id, () => ({ hostKeyHash }));
  if (!edited) throw new Failure("meeting-deleted");
  if (ownerHash !== undefined) {
    await meetings.addOwner(id, ownerHash, services.clock.now().toISOString(), hostKeyHash);
  }
  if (seat) await seats.edit(seat.identity, { hostKeyHash });
  services.log.info({ event: "host-key-renewed", meeting_id: id }, "made a new host key");
  return { host_key: hostKey, host_url: hostUrl(services, meeting, hostKey) };
}
