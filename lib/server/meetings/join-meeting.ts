import type { JoinedMeeting, JoinRequest } from "@/lib/contract/join";
import { normaliseMeetingCode } from "@/lib/contract/meeting-code";
import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Role } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { TokenGrant } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { actsAsHost, type Caller, sendsSeat, standingIn } from "./caller";
import { findMeeting } from "./find-meeting";
import { limit } from "./limits";
import { describeMeeting, stateOf } from "./meeting-view";
import { hashOf, newIdentity, newSeatToken } from "./secrets";
import { within } from "./within";

/** The caller is told within 3.5 s, whatever LiveKit does. */
const budgetMs = 3_000;

interface Place {
  identity: string;
  name: string;
  role: Role;
  seatToken: string;
  /** The seat that was taken again; a new one is written otherwise. */
  seat: StoredSeat | undefined;
}

/**
 * Gives the caller a place in the meeting, or the one that their seat token stands for. The room is
 * made again if LiveKit does not have it; a meeting deleted meanwhile is not brought back.
 */
export async function joinMeeting(
  services: Services,
  caller: Caller,
  id: MeetingId,
  input: JoinRequest,
): Promise<JoinedMeeting> {
  const startedAt = performance.now();
  if (input.participant_name === undefined && !sendsSeat(caller)) throw nameMissing();
  await limit(services, "join", caller.address);
  const meeting = await findMeeting(services, caller.address, id);
  checkRoomName(input, meeting);
  const place = await takePlace(services, caller, meeting, input);

  const ensuring = services.media.ensureRoom(meeting.roomName, stateOf(meeting));
  await within(budgetMs - (performance.now() - startedAt), ensuring);
  await refuseDeletedMeanwhile(services, meeting);
  await writeSeat(services, meeting, place);

  const { token, expiresAt } = await services.media.issueToken(grantOf(meeting, place));
  services.hints.joinedAt.set(meeting.id, services.clock.now().getTime());
  services.log.info(
    {
      event: "joined",
      meeting_id: meeting.id,
      room_name: meeting.roomName,
      identity: place.identity,
      role: place.role,
      is_rejoin: place.seat !== undefined,
    },
    "gave a place in a meeting",
  );
  return {
    server_url: services.config.livekitPublicUrl,
    participant_token: token,
    room_name: meeting.roomName,
    participant_name: place.name,
    participant_identity: place.identity,
    role: place.role,
    seat_token: place.seatToken,
    expires_at: expiresAt,
    meeting: await describeMeeting(services, meeting),
  };
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

async function takePlace(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
  input: JoinRequest,
): Promise<Place> {
  const standing = await standingIn(services, caller, meeting);
  const { seat } = standing;
  if (seat?.removedAt) throw new Failure("removed");
  const isHost = actsAsHost(caller, standing);
  if (seat) {
    const seatToken = caller.authorization?.replace(/^\s*Bearer +/i, "").trim() ?? "";
    const role = isHost ? "host" : seat.role;
    return { identity: seat.identity, name: seat.name, role, seatToken, seat };
  }
  if (input.participant_name === undefined) throw nameMissing();
  return {
    identity: newIdentity(),
    name: input.participant_name,
    role: isHost ? "host" : "participant",
    seatToken: newSeatToken(),
    seat: undefined,
  };
}

/** A deletion while the room was being made would otherwise leave the room open. */
async function refuseDeletedMeanwhile(services: Services, meeting: StoredMeeting): Promise<void> {
  const now = await services.store.meetings.find(meeting.id);
  if (now && now.deletedAt === null) return;
  await services.media.deleteRoom(meeting.roomName).catch((error: unknown) => {
    services.log.warn(
      { err: error, meeting_id: meeting.id, room_name: meeting.roomName },
      "could not close the room of a meeting that was deleted during a join",
    );
  });
  throw new Failure("meeting-deleted");
}

async function writeSeat(services: Services, meeting: StoredMeeting, place: Place): Promise<void> {
  const now = services.clock.now().toISOString();
  const { seats, meetings } = services.store;
  if (place.seat) {
    await seats.update(place.identity, { role: place.role, lastUsedAt: now });
  } else {
    await seats.insert({
      identity: place.identity,
      meetingId: meeting.id,
      tokenHash: hashOf(place.seatToken),
      name: place.name,
      role: place.role,
      createdAt: now,
      lastUsedAt: now,
    });
  }
  await meetings.update(meeting.id, { lastUsedAt: now });
}

function grantOf({ roomName, settings }: StoredMeeting, place: Place): TokenGrant {
  const isHost = place.role !== "participant";
  const { allow } = settings;
  const sources: TokenGrant["sources"] = [
    ...(isHost || allow.camera ? (["camera"] as const) : []),
    ...(isHost || allow.microphone ? (["microphone"] as const) : []),
    ...(isHost || allow.screen_share ? (["screen_share", "screen_share_audio"] as const) : []),
  ];
  return {
    roomName,
    identity: place.identity,
    name: place.name,
    role: place.role,
    sources,
    canPublishData: isHost || allow.chat || allow.reactions,
  };
}
