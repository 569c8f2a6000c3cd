import { z } from "zod";
import { CreatedMeeting, type CreateMeetingRequest } from "@/lib/contract/meeting";
import { MeetingId } from "@/lib/contract/meeting-id";
import { defaultSettings, withChange } from "@/lib/contract/settings";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { aboutMeeting, hostUrl, stateOf } from "./about-meeting";
import { apiKeyIn } from "./api-keys";
import { type Caller, ownerSecretFor, refuseUnknownAuthorization } from "./caller";
import { idempotencyKeyOf, once } from "./idempotency";
import { limit } from "./limits";
import { sealPasscode } from "./passcode";
import { hashOf, newHostKey, newMeetingId } from "./secrets";
import { within } from "./within";

/** The caller is told within 3.5 s, whatever LiveKit does. */
const budgetMs = 3_000;
/** A meeting further ahead than this gets its room when somebody joins: LiveKit closes empty ones. */
const roomAheadMs = 10 * 60 * 1000;
const mostTries = 5;

const Created = z.object({
  meeting: CreatedMeeting,
  /** For the owner cookie: the caller's own, or a new one. None for a program with an API key. */
  ownerSecret: z.string().optional(),
});
export type Created = z.infer<typeof Created>;

/** What is settled before a meeting is made: whoever goes on from it makes the same one. */
const Draft = z.object({
  id: MeetingId,
  hostKey: z.string(),
  ownerSecret: z.string().optional(),
  createdAt: z.string(),
});
type Draft = z.infer<typeof Draft>;

/**
 * Makes a meeting and its room. With LiveKit away it throws `media-unavailable` and leaves nothing. The
 * same Idempotency-Key with the same input gives the first answer again (`once`).
 */
export async function createMeeting(
  services: Services,
  caller: Caller,
  input: CreateMeetingRequest,
  idempotencyKey?: string,
): Promise<Created> {
  const startedAt = performance.now();
  const newDraft = (ownerSecret: string | undefined): Draft => ({
    id: newMeetingId(),
    hostKey: newHostKey(),
    ownerSecret,
    createdAt: services.clock.now().toISOString(),
  });
  if (idempotencyKey === undefined) {
    await limit(services, "create", caller.address);
    const draft = newDraft(await ownerOf(services, caller));
    return await make(services, input, { draft, startedAt });
  }
  const key = idempotencyKeyOf(services, caller, idempotencyKey);
  const created = await once(services, key, {
    body: input,
    draft: newDraft(await ownerOf(services, caller)),
    drafts: Draft,
    answers: Created,
    work: async (draft, redraft) => {
      await limit(services, "create", caller.address);
      return await make(services, input, { draft, redraft, startedAt });
    },
  });
  return await asOwnedBy(services, caller, created);
}

/**
 * The browser may have become an owner between the two requests: then it is this meeting's owner, too.
 * The other cookie in the place of its own would cost it all its other meetings.
 */
async function asOwnedBy(services: Services, caller: Caller, created: Created): Promise<Created> {
  const { ownerSecret } = caller;
  if (created.ownerSecret === undefined || ownerSecret === undefined) return created;
  if (ownerSecret === created.ownerSecret) return created;
  const at = services.clock.now().toISOString();
  await services.store.meetings.addOwner(created.meeting.meeting_id, hashOf(ownerSecret), at);
  return { ...created, ownerSecret };
}

async function make(
  services: Services,
  input: CreateMeetingRequest,
  {
    draft,
    redraft,
    startedAt,
  }: { draft: Draft; redraft?: (draft: Draft) => Promise<void>; startedAt: number },
): Promise<Created> {
  const { hostKey, ownerSecret } = draft;
  const meeting = await insert(services, input, draft, redraft);
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

  return {
    meeting: {
      ...aboutMeeting(services, meeting),
      host_key: hostKey,
      host_url: hostUrl(services, meeting, hostKey),
    },
    ownerSecret,
  };
}

/** Whose the meeting is: the browser that makes it, by a cookie. A program with an API key needs none. */
async function ownerOf(services: Services, caller: Caller): Promise<string | undefined> {
  if (apiKeyIn(services, caller.authorization)) return undefined;
  await refuseUnknownAuthorization(services, caller);
  return ownerSecretFor(caller);
}

async function insert(
  services: Services,
  input: CreateMeetingRequest,
  draft: Draft,
  redraft?: (draft: Draft) => Promise<void>,
): Promise<StoredMeeting> {
  const { hostKey, ownerSecret, createdAt } = draft;
  let { id } = draft;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const meeting = {
      id,
      roomName: id,
      title: input.title ?? null,
      settings: withChange(defaultSettings, input.settings ?? {}),
      passcodeSealed: sealPasscode(services, input.settings?.passcode ?? null),
      hostKeyHash: hashOf(hostKey),
      createdAt,
      scheduledAt: input.scheduled_at ?? null,
      lastUsedAt: createdAt,
    };
    const ownerHash = ownerSecret === undefined ? null : hashOf(ownerSecret);
    const result = await services.store.meetings.insert(meeting, ownerHash);
    if (result === "inserted") {
      return {
        ...meeting,
        deletedAt: null,
        revision: 1,
        endedAt: null,
        endedBy: null,
        spotlight: null,
      };
    }
    id = newMeetingId();
    await redraft?.({ ...draft, id });
  }
  throw new Error(`no free meeting id in ${mostTries} tries`);
}

function needsRoomNow({ clock }: Services, { scheduledAt }: StoredMeeting): boolean {
  if (scheduledAt === null) return true;
  return Date.parse(scheduledAt) - clock.now().getTime() <= roomAheadMs;
}
