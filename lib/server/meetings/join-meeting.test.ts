import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { alignRoom } from "./align-room";
import { createMeeting } from "./create-meeting";
import { deleteMeeting } from "./delete-meeting";
import { endMeeting } from "./end-meeting";
import { joinMeeting } from "./join-meeting";
import { rotateRoom } from "./rotate-room";
import { updateMeeting } from "./update-meeting";

let services: TestServices;
let meeting: CreatedMeeting;
let ownerSecret: string | undefined;
beforeEach(async () => {
  services = await testServices();
  ({ meeting, ownerSecret } = await createMeeting(services, caller({ origin: "ours" }), {}));
});
afterEach(() => services.store.close());

const ada = { participant_name: "Ada" };
const join = async (as = caller(), body: Parameters<typeof joinMeeting>[3] = ada) =>
  JoinedMeeting.parse(await joinMeeting(services, as, meeting.meeting_id, body));

describe("joining", () => {
  it("gives a token for this room alone and a seat", async () => {
    const joined = await join();
    expect(JoinedMeeting.parse(joined)).toEqual(joined);
    expect(joined).toMatchObject({
      server_url: "wss://livekit.example.org",
      room_name: meeting.room_name,
      participant_name: "Ada",
      role: "participant",
    });
    expect(joined.participant_identity).toMatch(/^p_[0-9a-f]{32}$/);
    expect(services.media.issued).toEqual([
      {
        roomName: meeting.room_name,
        identity: joined.participant_identity,
        name: "Ada",
        role: "participant",
        handRaisedAt: null,
        sources: ["camera", "microphone", "screen_share", "screen_share_audio"],
        canPublishData: true,
      },
    ]);
  });

  it("gives two people of one name two identities", async () => {
    const [first, second] = [await join(), await join()];
    expect(first.participant_identity).not.toBe(second.participant_identity);
  });

  it("brings the same person back with their seat", async () => {
    const first = await join();
    for (const body of [{}, { participant_name: "Somebody else" }]) {
      expect(await join(bearer(first.seat_token), body)).toMatchObject({
        participant_identity: first.participant_identity,
        participant_name: "Ada",
        role: "participant",
        seat_token: first.seat_token,
      });
    }
  });

  it("makes the owner's browser, the host key and a host's seat host", async () => {
    expect(await join(caller({ ownerSecret, origin: "ours" }))).toMatchObject({ role: "host" });
    const byKey = await join(bearer(meeting.host_key));
    expect(byKey.role).toBe("host");
    expect(await join(bearer(byKey.seat_token), {})).toMatchObject({ role: "host" });
  });

  it("gives no host's place to another site that uses the owner's cookie", async () => {
    for (const origin of ["foreign", "unsaid"] as const) {
      await expect(join(caller({ ownerSecret, origin }))).rejects.toMatchObject({
        code: "cross-origin",
      });
    }
    const stranger = caller({ ownerSecret: "x".repeat(43) });
    expect(await join(stranger)).toMatchObject({ role: "participant" });
  });

  it("needs a name where no seat brings one", async () => {
    await expect(join(caller(), {})).rejects.toMatchObject({
      code: "invalid-request",
      options: { errors: [{ pointer: "/participant_name" }] },
    });
  });

  it("takes the room's name as LiveKit's SDKs send it, and no other room's", async () => {
    for (const room_name of [meeting.room_name, meeting.meeting_id.replaceAll("-", " ")]) {
      await join(caller(), { ...ada, room_name });
    }
    await expect(join(caller(), { ...ada, room_name: "abc-defg-hij" })).rejects.toMatchObject({
      code: "invalid-request",
      options: { errors: [{ pointer: "/room_name" }] },
    });
  });

  it("refuses seats that are unknown, of another meeting, too long unused or removed", async () => {
    const { seat_token, participant_identity } = await join();
    const other = await createMeeting(services, caller(), {});
    const elsewhere = joinMeeting(services, bearer(seat_token), other.meeting.meeting_id, {});
    await expect(elsewhere).rejects.toMatchObject({ code: "forbidden" });
    await expect(join(bearer("seat_unknown"), {})).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(join(bearer(other.meeting.host_key))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(join(bearer(`${other.meeting.host_key}x`))).rejects.toMatchObject({
      code: "unauthenticated",
    });

    services.clock.advance({ seconds: 29 * 24 * 3600 });
    await join(bearer(seat_token), {});
    services.clock.advance({ seconds: 29 * 24 * 3600 });
    await join(bearer(seat_token), {});
    await services.store.seats.edit(participant_identity, {
      removedAt: services.clock.now().toISOString(),
    });
    await expect(join(bearer(seat_token), {})).rejects.toMatchObject({ code: "removed" });
    services.clock.advance({ seconds: 31 * 24 * 3600 });
    await expect(join(bearer(seat_token), {})).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("makes the room again after LiveKit lost it", async () => {
    services.media.restart();
    await join();
    expect(services.media.stateOf(meeting.room_name)).toMatchObject({
      meeting_id: meeting.meeting_id,
    });
  });

  it("says that LiveKit is away, and writes no seat", async () => {
    services.media.away = true;
    await expect(join()).rejects.toMatchObject({ code: "media-unavailable" });
    expect(services.media.issued).toEqual([]);
  });

  it("does not bring back a meeting that is deleted while it runs", async () => {
    const { ensureRoom } = services.media;
    services.media.ensureRoom = async (...room) => {
      await deleteMeeting(services, bearer(meeting.host_key), meeting.meeting_id);
      await ensureRoom(...room);
    };
    await expect(join()).rejects.toMatchObject({ code: "meeting-deleted" });
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(services.media.issued).toEqual([]);
  });

  describe("tells a room that it makes while a host edits the meeting", () => {
    const host = () => bearer(meeting.host_key);
    const id = () => meeting.meeting_id;
    /** What happens once the meeting was read, in turn, before its room is made, or told anything. */
    function meanwhile(...acts: (() => Promise<unknown>)[]) {
      const { ensureRoom, updateRoomState } = services.media;
      const next = () => acts.shift()?.() ?? Promise.resolve();
      services.media.ensureRoom = async (...room) => {
        await next();
        await ensureRoom(...room);
      };
      services.media.updateRoomState = async (...room) => {
        await next();
        await updateRoomState(...room);
      };
    }
    const revisions = async () => [
      services.media.stateOf(meeting.room_name)?.revision,
      (await services.store.meetings.find(id()))?.revision,
    ];
    beforeEach(() => services.media.restart());

    it("what the meeting is called now", async () => {
      meanwhile(() => updateMeeting(services, host(), id(), { title: "Late" }));
      await join();
      expect(services.media.stateOf(meeting.room_name)).toMatchObject({ title: "Late" });
    });

    it("what the settings are now, however often they change", async () => {
      const set = (camera: boolean) => () =>
        updateMeeting(services, host(), id(), { settings: { allow: { camera } } });
      // A host's own update tells the room, too: those after the first come while it is told.
      meanwhile(set(false), set(true), set(false));
      await join();
      expect(services.media.stateOf(meeting.room_name)?.settings.allow.camera).toBe(false);
      expect(await revisions()).toEqual([4, 4]);
      expect(services.media.issued.at(-1)?.sources).not.toContain("camera");
    });

    it("that it was ended before, so that nobody takes it for an old one", async () => {
      meanwhile(() => endMeeting(services, host(), id()));
      const { participant_identity: identity } = await join();
      services.media.enter(meeting.room_name, { identity });
      await alignRoom(services, id());
      expect(await services.media.listParticipants(meeting.room_name)).toHaveLength(1);
      expect(await revisions()).toEqual([2, 2]);
    });

    it("also where it is the room that a meeting moves to", async () => {
      meanwhile(() => updateMeeting(services, host(), id(), { title: "Late" }));
      await rotateRoom(services, host(), id());
      const room = services.media.stateOf(`${id()}.1`);
      expect(room).toMatchObject({ title: "Late" });
    });
  });

  it("leaves a line in the log, and no token in it", async () => {
    const joined = await join();
    const line = services.logged.find((text) => text.includes('"event":"joined"')) ?? "";
    expect(line).toContain(meeting.meeting_id);
    expect(line).not.toContain(joined.participant_token);
    expect(line).not.toContain(joined.seat_token);
  });
});
