import type { CreatedMeeting, CreateMeetingRequest } from "@/lib/contract/meeting";
import { defaultSettings } from "@/lib/contract/settings";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { apiKeyIn } from "./api-keys";
import { type Caller, refuseUnknownAuthorization } from "./caller";
import { limit } from "./limits";
import { aboutMeeting, meetingUrl, stateOf } from "./meeting-view";
import { hashOf, newHostKey, newMeetingId, newOwnerSecret } from "./secrets";
import { within } from "./within";

/** The caller is told within 3.5 s, whatever LiveKit does. */
const budgetMs = 3_000;
/** A meeting further ahead than this gets its room when somebody joins: LiveKit closes empty ones. */
const roomAheadMs = 10 * 60 * 1000;
const mostTries = 5;

export interface Created {
  meeting: CreatedMeeting;
  /** For the owner cookie: the caller's own, or a new one. None for a program with an API key. */
  ownerSecret: string | undefined;
}

/** Makes a meeting and its room. With LiveKit away it throws `media-unavailable` and leaves nothing. */
export async function createMeeting(
  services: Services,
  caller: Caller,
  input: CreateMeetingRequest,
): Promise<Created> {
  const startedAt = performance.now();
  await limit(services, "create", caller.address);
  const ownerSecret = await ownerOf(services, caller);
  const hostKey = newHostKey();
  const ownerHash = ownerSecret === undefined ? null : hashOf(ownerSecret);
  const meeting = await insert(services, input, hashOf(hostKey), ownerHash);
  const about = { meeting_id: meeting.id, room_name: meeting.roomName };

  if (needsRoomNow(services, meeting)) {
    const making = services.media.ensureRoom(meeting.roomName, stateOf(meeting));
    try {
      await within(budgetMs - (performance.now() - startedAt), making);
    } catch (error) {
      await services.store.meetings.discard(meeting.id);
      // LiveKit may still make it, too late: then nobody knows of the room.
      making
        .then(() => services.media.deleteRoom(meeting.roomName))
        .catch(() => services.log.debug(about, "no room was left behind"));
      throw error;
    }
    services.log.info({ event: "room-created", ...about }, "made a room on LiveKit");
  }
  services.log.info({ event: "meeting-created", ...about }, "made a meeting");

  const url = meetingUrl(services, meeting);
  return {
    meeting: {
      ...aboutMeeting(services, meeting),
      host_key: hostKey,
      host_url: `${url}#host=${hostKey}`,
    },
    ownerSecret,
  };
}

/** Whose the meeting is: the browser that makes it, by a cookie. A program with an API key needs none. */
async function ownerOf(services: Services, caller: Caller): Promise<string | undefined> {
  if (apiKeyIn(services, caller.authorization)) return undefined;
  await refuseUnknownAuthorization(services, caller);
  // What another site sends would leave its own cookie in this browser, in the place of the owner's.
  if (caller.origin === "foreign") throw new Failure("cross-origin");
  if (caller.ownerSecret !== undefined && caller.origin !== "ours") {
    throw new Failure("cross-origin");
  }
  return caller.ownerSecret ?? newOwnerSecret();
}

async function insert(
  services: Services,
  input: CreateMeetingRequest,
  hostKeyHash: string,
  ownerHash: string | null,
): Promise<StoredMeeting> {
  const now = services.clock.now().toISOString();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const id = newMeetingId();
    const meeting = {
      id,
      roomName: id,
      title: input.title ?? null,
      settings: defaultSettings,
      hostKeyHash,
      createdAt: now,
      scheduledAt: input.scheduled_at ?? null,
      lastUsedAt: now,
    };
    const result = await services.store.meetings.insert(meeting, ownerHash);
    if (result === "inserted") return { ...meeting, deletedAt: null };
  }
  throw new Error(`no free meeting id in ${mostTries} tries`);
}

function needsRoomNow({ clock }: Services, { scheduledAt }: StoredMeeting): boolean {
  if (scheduledAt === null) return true;
  return Date.parse(scheduledAt) - clock.now().getTime() <= roomAheadMs;
}
