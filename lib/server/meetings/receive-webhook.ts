import { MeetingId } from "@/lib/contract/meeting-id";
import type { LiveParticipant, MediaEvent } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { isAsItShould } from "./align-room";
import { isLive } from "./caller";
import { liveStandingOf } from "./grants";
import { endSpotlight } from "./spotlight";
import { within } from "./within";

const patienceMs = 3_000;
const mostTries = 3;
/** Who comes in with a microphone that is on is muted; who turns it on later did it on purpose. */
const entryMs = 3_000;

/**
 * Takes one of LiveKit's webhooks. Returns once it is written, so that LiveKit sends again what was
 * not. Rooms that are not ours and events that came before are passed over.
 */
export async function receiveWebhook(
  services: Services,
  rawBody: string,
  authorization: string | null,
): Promise<void> {
  const event = await services.readWebhook(rawBody, authorization);
  if (!event) return;
  const meeting = await findMeetingOfRoom(services, event.room.name);
  if (!meeting) return;
  const isLeftBehind = meeting.deletedAt !== null || event.room.name !== meeting.roomName;
  if (isLeftBehind) await closeAgain(services, meeting, event);
  else if (await isPutOut(services, meeting, event)) return;
  // First what may fail and can be done twice: LiveKit sends again what was not taken.
  if (!isLeftBehind) await follow(services, meeting, event);
  const result = await services.store.attendance.record(meeting.id, event);
  if (result === "seen") return;
  if (event.kind === "room-started" || event.kind === "room-finished") {
    services.log.info(
      { event: event.kind, meeting_id: meeting.id, room_name: event.room.name },
      event.kind === "room-started" ? "LiveKit opened a room" : "a room was closed",
    );
  }
}

/** Also by the name of a room that the meeting has left. */
async function findMeetingOfRoom(
  services: Services,
  roomName: string,
): Promise<StoredMeeting | undefined> {
  const id = MeetingId.safeParse(roomName.replace(/\.\d+$/, ""));
  return id.success ? await services.store.meetings.find(id.data) : undefined;
}

/** A room of a deleted meeting, or one that was left behind, must not live, whoever brought it back. */
async function closeAgain(
  services: Services,
  meeting: StoredMeeting,
  event: MediaEvent,
): Promise<void> {
  if (event.kind !== "room-started" && event.kind !== "participant-joined") return;
  await within(patienceMs, services.media.deleteRoom(event.room.name));
  if (meeting.deletedAt !== null) await services.store.meetings.roomClosed(meeting.id);
}

/**
 * Puts out whoever must not be inside: LiveKit takes tokens that it gave itself, for as long as somebody
 * keeps them. Their coming and going is not written down. Returns whether that is what this was.
 */
async function isPutOut(
  services: Services,
  meeting: StoredMeeting,
  event: MediaEvent,
): Promise<boolean> {
  if (event.kind !== "participant-joined" && event.kind !== "participant-left") return false;
  const { identity, joinedAt } = event.participant;
  const seat = await services.store.seats.findByIdentity(identity);
  if (!seat) return false;
  if (event.kind === "participant-left") {
    return !isLive(seat) && joinedAt > (seat.removedAt ?? seat.createdAt);
  }
  if (isLive(seat) && (await hasPlace(services, meeting, seat))) return false;
  services.log.info(
    { event: "put-out", meeting_id: meeting.id, identity },
    "somebody came in who must not, and was put out",
  );
  await persist(() =>
    within(patienceMs, services.media.removeParticipant(meeting.roomName, identity)),
  );
  return true;
}

/** Whoever comes with an old token when everybody else has a place by join. */
async function hasPlace(
  services: Services,
  meeting: StoredMeeting,
  seat: StoredSeat,
): Promise<boolean> {
  const { max_participants: most } = meeting.settings;
  if (most === null || seat.role !== "participant") return true;
  const now = services.clock.now().toISOString();
  if (seat.placeUntil !== null && seat.placeUntil > now) return true;
  const inside = await within(patienceMs, services.media.listParticipants(meeting.roomName));
  return inside.length <= most;
}

async function persist(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === mostTries) throw error;
    }
  }
}

/** What else an event leads to, once it is written. */
async function follow(
  services: Services,
  meeting: StoredMeeting,
  event: MediaEvent,
): Promise<void> {
  const { seats } = services.store;
  switch (event.kind) {
    case "participant-joined": {
      const seat = await seats.findByIdentity(event.participant.identity);
      if (!seat) return;
      if (seat.enteredAt === null) {
        await seats.edit(seat.identity, { enteredAt: services.clock.now().toISOString() });
      }
      await asOfNow(services, meeting, seat, event.participant.live);
      return;
    }
    case "participant-left":
      await seats.edit(event.participant.identity, { placeUntil: null });
      return;
    case "track-published":
      await muteOnEntry(services, meeting, event);
      return;
    case "room-started":
      return;
    case "room-finished":
      await endSpotlight(services, meeting);
      return;
    default:
      event satisfies never;
  }
}

/** Whoever comes with a token of before is what the store says now, and not what the token says. */
async function asOfNow(
  services: Services,
  meeting: StoredMeeting,
  seat: StoredSeat,
  live: LiveParticipant | undefined,
): Promise<void> {
  if (!live || isAsItShould(live, meeting, seat)) return;
  const standing = liveStandingOf(meeting, seat);
  await within(
    patienceMs,
    services.media.updateParticipant(meeting.roomName, seat.identity, standing),
  );
}

async function muteOnEntry(
  services: Services,
  meeting: StoredMeeting,
  { source, identity }: Extract<MediaEvent, { kind: "track-published" }>,
): Promise<void> {
  if (!meeting.settings.mute_on_entry || source !== "microphone") return;
  const seat = await services.store.seats.findByIdentity(identity);
  if (seat?.role !== "participant") return;
  const now = services.clock.now().getTime();
  const enteredAt = seat.enteredAt === null ? now : Date.parse(seat.enteredAt);
  if (now - enteredAt > entryMs) return;
  await within(patienceMs, services.media.mute(meeting.roomName, identity, ["microphone"]));
}
