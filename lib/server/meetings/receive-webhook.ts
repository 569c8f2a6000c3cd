import type { MediaEvent } from "@/lib/server/ports/media-server";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { within } from "./within";

const patienceMs = 3_000;

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
  const meeting = await services.store.meetings.findByRoomName(event.room.name);
  if (!meeting) return;
  if (meeting.deletedAt !== null) await closeAgain(services, meeting, event);
  const result = await services.store.attendance.record(meeting.id, event);
  if (result === "seen") return;
  if (event.kind === "room-started" || event.kind === "room-finished") {
    services.log.info(
      { event: event.kind, meeting_id: meeting.id, room_name: meeting.roomName },
      event.kind === "room-started" ? "LiveKit opened a room" : "a meeting ended",
    );
  }
}

/** A room of a deleted meeting must not live, whoever brought it back. */
async function closeAgain(
  services: Services,
  meeting: StoredMeeting,
  event: MediaEvent,
): Promise<void> {
  if (event.kind !== "room-started" && event.kind !== "participant-joined") return;
  await within(patienceMs, services.media.deleteRoom(meeting.roomName));
  await services.store.meetings.roomClosed(meeting.id);
}
