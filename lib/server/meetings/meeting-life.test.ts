// What happens to a meeting after it was made: seen, changed, watched, deleted.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CreatedMeeting, MeetingInfo } from "@/lib/contract/meeting";
import { MeetingId } from "@/lib/contract/meeting-id";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import type { MediaEvent } from "@/lib/server/ports/media-server";
import { checkReadiness } from "./check-health";
import { createMeeting } from "./create-meeting";
import { deleteMeeting } from "./delete-meeting";
import { getMeeting, meetingExists } from "./get-meeting";
import { joinMeeting } from "./join-meeting";
import { listMeetings } from "./list-meetings";
import { listParticipants } from "./list-participants";
import { receiveWebhook } from "./receive-webhook";
import { reconcile } from "./reconcile";
import { updateMeeting } from "./update-meeting";

let services: TestServices;
let meeting: CreatedMeeting;
let ownerSecret: string | undefined;
let id: MeetingId;
beforeEach(async () => {
  services = await testServices();
  ({ meeting, ownerSecret } = await createMeeting(services, caller({ origin: "ours" }), {}));
  id = meeting.meeting_id;
});
afterEach(() => services.store.close());

const unknown = MeetingId.parse("zzz-zzzz-zzz");
const owner = () => caller({ ownerSecret, origin: "ours" });
const info = () => getMeeting(services, caller(), id);
const exists = (which = id) => meetingExists(services, caller(), which);

let events = 0;
type About = Pick<MediaEvent, "id" | "at" | "room">;
async function webhook(event: (about: About) => MediaEvent) {
  events += 1;
  const body = `event ${events}`;
  const room = { name: meeting.room_name, sid: "RM_1" };
  const at = services.clock.now().toISOString();
  services.webhooks.set(body, event({ id: body, at, room }));
  await receiveWebhook(services, body, null);
  return body;
}
const started = (about: About): MediaEvent => ({ ...about, kind: "room-started" });
const finished = (about: About): MediaEvent => ({ ...about, kind: "room-finished" });
const cameIn =
  (identity: string) =>
  (about: About): MediaEvent => ({
    ...about,
    kind: "participant-joined",
    participant: person(identity),
  });
const person = (identity: string) => ({
  sid: `PA_${identity}`,
  identity,
  name: identity,
  joinedAt: services.clock.now().toISOString(),
});

describe("the state of a meeting", () => {
  it("is idle until somebody is inside, then active", async () => {
    expect(MeetingInfo.parse(await info())).toMatchObject({ status: "idle", num_participants: 0 });
    services.media.enter(meeting.room_name, { identity: "p_ada" });
    const startedAt = services.clock.now().toISOString();
    await webhook(cameIn("p_ada"));
    services.clock.advance({ seconds: 2 });
    expect(await info()).toMatchObject({
      status: "active",
      started_at: startedAt,
      num_participants: 1,
    });
  });

  it("is scheduled while it is ahead and never started", async () => {
    const created = await createMeeting(services, caller(), {
      scheduled_at: "2026-11-23T12:00:00.000Z",
    });
    const ahead = () => getMeeting(services, caller(), created.meeting.meeting_id);
    expect(await ahead()).toMatchObject({ status: "scheduled" });
    services.clock.advance({ seconds: 3 * 3600 });
    expect(await ahead()).toMatchObject({ status: "idle" });
  });

  it("comes from the store while LiveKit is away", async () => {
    services.media.away = true;
    expect(await info()).toMatchObject({ status: "idle", num_participants: null });
    await webhook(cameIn("p_ada"));
    expect(await info()).toMatchObject({ status: "active", num_participants: null });
    expect(await exists()).toEqual({ meeting_id: id, exists: true });
    await expect(listParticipants(services, caller(), id)).rejects.toMatchObject({
      code: "media-unavailable",
    });
  });

  it("costs LiveKit one question for many who ask at once", async () => {
    let asked = 0;
    const { countParticipants } = services.media;
    services.media.countParticipants = async (names) => {
      asked += 1;
      return await countParticipants(names);
    };
    await Promise.all(Array.from({ length: 50 }, info));
    await info();
    expect(asked).toBeLessThanOrEqual(2);
  });

  it("is unknown or gone for ids that are", async () => {
    await expect(getMeeting(services, caller(), unknown)).rejects.toMatchObject({
      code: "meeting-not-found",
    });
    expect(await exists(unknown)).toEqual({ meeting_id: unknown, exists: false });
  });

  it("refuses an authorization that means nothing, also where none is needed", async () => {
    for (const read of [getMeeting, meetingExists, listParticipants]) {
      await expect(read(services, bearer("seat_nobody"), id)).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    await expect(meetingExists(services, bearer("x"), unknown)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("guessing codes", () => {
  it("ends after 20 misses: what exists is not told either, to that address", async () => {
    for (let miss = 0; miss < 20; miss += 1) expect((await exists(unknown)).exists).toBe(false);
    await expect(exists(unknown)).rejects.toMatchObject({ code: "rate-limited" });
    await expect(exists()).rejects.toMatchObject({ code: "rate-limited" });
    const neighbour = caller({ address: "192.0.2.2" });
    expect(await meetingExists(services, neighbour, id)).toMatchObject({ exists: true });
    services.clock.advance({ seconds: 61 });
    expect(await exists()).toMatchObject({ exists: true });
  });
});

describe("who is inside", () => {
  it("is what LiveKit says, without LiveKit's own ids", async () => {
    services.media.enter(meeting.room_name, { identity: "p_ada", name: "Ada" });
    const list = await listParticipants(services, caller(), id);
    expect(list).toMatchObject({ count: 1, participants: [{ identity: "p_ada", name: "Ada" }] });
    expect(list.participants[0]).not.toHaveProperty("participant_sid");
  });

  it("is not told to who was removed", async () => {
    const joined = await joinMeeting(services, caller(), id, { participant_name: "Ada" });
    await services.store.seats.edit(joined.participant_identity, {
      removedAt: services.clock.now().toISOString(),
    });
    await expect(listParticipants(services, bearer(joined.seat_token), id)).rejects.toMatchObject({
      code: "removed",
    });
  });
});

describe("changing the title", () => {
  it("is for hosts, and everybody inside is told", async () => {
    await updateMeeting(services, owner(), id, { title: "New title" });
    expect(services.media.stateOf(meeting.room_name)).toMatchObject({ title: "New title" });
    await updateMeeting(services, bearer(meeting.host_key), id, { title: null });
    expect(await info()).toMatchObject({ title: null });
    const guest = await joinMeeting(services, caller(), id, { participant_name: "Ada" });
    await expect(
      updateMeeting(services, bearer(guest.seat_token), id, { title: "Mine" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateMeeting(services, caller(), id, { title: "Mine" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("holds while LiveKit is away", async () => {
    services.media.away = true;
    expect(await updateMeeting(services, owner(), id, { title: "T" })).toMatchObject({
      title: "T",
    });
  });
});

describe("the list of a browser's meetings", () => {
  it("has what this browser made, newest first, a page at a time", async () => {
    services.clock.advance({ seconds: 1 });
    const newer = await createMeeting(services, owner(), {});
    await createMeeting(services, caller(), {});
    const first = await listMeetings(services, owner(), { limit: 1 });
    expect(first.meetings.map(({ meeting_id }) => meeting_id)).toEqual([newer.meeting.meeting_id]);
    const second = await listMeetings(services, owner(), {
      limit: 1,
      cursor: first.next_cursor ?? "",
    });
    expect(second.meetings.map(({ meeting_id }) => meeting_id)).toEqual([id]);
    expect(second.next_cursor).toBeNull();
  });

  it("is for owners alone", async () => {
    await expect(listMeetings(services, caller(), { limit: 5 })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const guest = await joinMeeting(services, caller(), id, { participant_name: "Ada" });
    await expect(
      listMeetings(services, bearer(guest.seat_token), { limit: 5 }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("deleting a meeting", () => {
  it("closes the room and is for good", async () => {
    await deleteMeeting(services, owner(), id);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(await exists()).toEqual({ meeting_id: id, exists: false });
    for (const again of [
      () => deleteMeeting(services, caller(), id),
      info,
      () => joinMeeting(services, caller(), id, { participant_name: "Ada" }),
      () => updateMeeting(services, caller(), id, { title: "T" }),
    ]) {
      await expect(again()).rejects.toMatchObject({ code: "meeting-deleted" });
    }
    expect(services.logged.join("")).toContain(`"event":"meeting-deleted","meeting_id":"${id}"`);
  });

  it("is refused to everybody but hosts", async () => {
    const guest = await joinMeeting(services, caller(), id, { participant_name: "Ada" });
    for (const [who, code] of [
      [caller(), "unauthenticated"],
      [bearer("host_wrong"), "unauthenticated"],
      [bearer(guest.seat_token), "forbidden"],
      [caller({ ownerSecret: "x".repeat(43), origin: "ours" }), "forbidden"],
      [caller({ ownerSecret, origin: "foreign" }), "cross-origin"],
      [caller({ ownerSecret }), "cross-origin"],
    ] as const) {
      await expect(deleteMeeting(services, who, id)).rejects.toMatchObject({ code });
    }
    expect(await exists()).toMatchObject({ exists: true });
  });

  it("holds while LiveKit is away, and the room is closed when it is back", async () => {
    services.media.away = true;
    await deleteMeeting(services, owner(), id);
    expect(await exists()).toMatchObject({ exists: false });
    services.media.away = false;
    expect(services.media.stateOf(meeting.room_name)).toBeDefined();
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(await services.store.meetings.listUnclosed(10)).toEqual([]);
  });

  it("is not undone by a room that comes back", async () => {
    await deleteMeeting(services, owner(), id);
    const state = {
      meeting_id: id,
      title: null,
      settings: meeting.settings,
      revision: 1,
      ended_at: null,
      ended_by: null,
      spotlight: null,
    };
    for (const event of [started, cameIn("p_ghost")]) {
      await services.media.ensureRoom(meeting.room_name, state);
      await webhook(event);
      expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    }
  });
});

describe("LiveKit's webhooks", () => {
  it("are written once, whatever comes twice, and leave a line when the meeting ends", async () => {
    await webhook(cameIn("p_ada"));
    const body = await webhook(finished);
    await receiveWebhook(services, body, null);
    const [session] = await services.store.attendance.listSessions(id);
    expect(session?.endedAt).not.toBeNull();
    const lines = services.logged.filter((line) => line.includes('"event":"room-finished"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`"meeting_id":"${id}"`);
  });

  it("of rooms that are not ours, or of a kind that is not kept, pass", async () => {
    await webhook((about) => started({ ...about, room: { name: "somebody-elses", sid: "RM_2" } }));
    await receiveWebhook(services, "not kept", null);
    expect(await services.store.attendance.listSessions(id)).toEqual([]);
  });

  it("that never come are made up for from what LiveKit says", async () => {
    await joinMeeting(services, caller(), id, { participant_name: "Ada" });
    services.media.enter(meeting.room_name, { identity: "p_ada" });
    await reconcile(services);
    const running = await services.store.attendance.runningSession(id);
    expect(running).toBeDefined();
    services.clock.advance({ seconds: 11 });
    services.media.restart();
    await reconcile(services);
    expect(await services.store.attendance.runningSession(id)).toBeUndefined();
  });

  it("that never come are made up for by whoever looks at the meeting", async () => {
    services.media.enter(meeting.room_name, { identity: "p_ada" });
    expect(await info()).toMatchObject({ status: "active", started_at: null });
    await expect
      .poll(() => services.store.attendance.runningSession(id))
      .toMatchObject({ meetingId: id });
    expect((await info()).started_at).not.toBeNull();
  });
});

describe("readiness", () => {
  it("tells the store from LiveKit", async () => {
    expect(await checkReadiness(services)).toMatchObject({ status: "ok" });
    services.media.away = true;
    expect(await checkReadiness(services)).toMatchObject({
      status: "unavailable",
      store: { ok: true },
      livekit: { ok: false },
    });
  });
});
