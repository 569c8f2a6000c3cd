import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CreatedMeeting } from "@/lib/contract/meeting";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "./create-meeting";
import { hashOf } from "./secrets";

let services: TestServices;
beforeEach(async () => {
  services = await testServices();
});
afterEach(() => services.store.close());

describe("creating a meeting", () => {
  it("stores it, opens its room and gives the host key this once", async () => {
    const { meeting } = await createMeeting(services, caller(), { title: "Design review" });
    expect(CreatedMeeting.parse(meeting)).toEqual(meeting);
    expect(meeting.room_name).toBe(meeting.meeting_id);
    expect(meeting.meeting_url).toBe(`https://meet.example.org/meeting/${meeting.meeting_id}`);
    expect(meeting.host_url).toBe(`${meeting.meeting_url}#host=${meeting.host_key}`);
    expect(services.media.stateOf(meeting.room_name)).toMatchObject({ title: "Design review" });
    const stored = await services.store.meetings.find(meeting.meeting_id);
    expect(stored?.hostKeyHash).toBe(hashOf(meeting.host_key));
    expect(JSON.stringify(stored)).not.toContain(meeting.host_key);
  });

  it("makes the browser its owner, and keeps the owner it has", async () => {
    const first = await createMeeting(services, caller({ origin: "ours" }), {});
    const ownerHash = hashOf(first.ownerSecret ?? "");
    const owner = caller({ origin: "ours", ownerSecret: first.ownerSecret });
    const second = await createMeeting(services, owner, {});
    expect(second.ownerSecret).toBe(first.ownerSecret);
    const { meetings } = await services.store.meetings.listOwned(ownerHash, {
      limit: 10,
    });
    expect(meetings.map(({ id }) => id).sort()).toEqual(
      [first.meeting.meeting_id, second.meeting.meeting_id].sort(),
    );
  });

  it("opens no room yet for a meeting that is an hour away", async () => {
    const { meeting } = await createMeeting(services, caller(), {
      scheduled_at: "2026-11-23T11:00:00.000Z",
    });
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
  });

  it("leaves nothing behind when LiveKit is away", async () => {
    services.media.away = true;
    const owner = caller({ origin: "ours", ownerSecret: "o".repeat(43) });
    await expect(createMeeting(services, owner, {})).rejects.toMatchObject({
      code: "media-unavailable",
    });
    const { meetings } = await services.store.meetings.listOwned(hashOf("o".repeat(43)), {
      limit: 10,
    });
    expect(meetings).toEqual([]);
    const ahead = await createMeeting(services, caller(), {
      scheduled_at: "2026-11-23T11:00:00.000Z",
    });
    expect(ahead.meeting.scheduled_at).toBe("2026-11-23T11:00:00.000Z");
  });

  it("gives up on a LiveKit that does not answer", async () => {
    services.media.ensureRoom = () => new Promise(() => {});
    const startedAt = performance.now();
    await expect(createMeeting(services, caller(), {})).rejects.toMatchObject({
      code: "media-unavailable",
    });
    expect(performance.now() - startedAt).toBeLessThan(3_500);
  });

  it("closes a room that LiveKit made too late", async () => {
    let open = () => {};
    let room = "";
    services.media.ensureRoom = (name) => {
      room = name;
      return new Promise((resolve) => {
        open = resolve;
      });
    };
    const closed: string[] = [];
    services.media.deleteRoom = async (name) => {
      closed.push(name);
    };
    await expect(createMeeting(services, caller(), {})).rejects.toThrow();
    open();
    await expect.poll(() => closed).toEqual([room]);
  });

  it("is not made in the name of an owner by another site", async () => {
    for (const change of [
      { origin: "foreign" as const },
      { origin: "foreign" as const, ownerSecret: "o".repeat(43) },
      { ownerSecret: "o".repeat(43) },
    ]) {
      await expect(createMeeting(services, caller(change), {})).rejects.toMatchObject({
        code: "cross-origin",
      });
    }
  });

  it("gives no owner to what a program with an API key makes, wherever it runs", async () => {
    const key = `key_${"a".repeat(40)}`;
    const config = { ...services.config, apiKeys: [{ name: "crm", hash: hashOf(key) }] };
    const own = { ...services, config };
    for (const change of [{}, { origin: "foreign" as const }, { ownerSecret: "o".repeat(43) }]) {
      const { meeting, ownerSecret } = await createMeeting(own, { ...bearer(key), ...change }, {});
      expect(ownerSecret).toBeUndefined();
      expect(
        await services.store.meetings.findOwner(meeting.meeting_id, hashOf("o".repeat(43))),
      ).toBeUndefined();
    }
    await expect(createMeeting(own, bearer(`${key}x`), {})).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("refuses an authorization that means nothing", async () => {
    for (const authorization of ["", "Basic YTpi", "Bearer", "Bearer nonsense", "Bearer host_x"]) {
      await expect(createMeeting(services, caller({ authorization }), {})).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    await expect(createMeeting(services, bearer("seat_x"), {})).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("is limited to 30 a minute for one address", async () => {
    for (let made = 0; made < 30; made += 1) await createMeeting(services, caller(), {});
    await expect(createMeeting(services, caller(), {})).rejects.toMatchObject({
      code: "rate-limited",
      options: { retryAfter: expect.any(Number) },
    });
    await createMeeting(services, caller({ address: "192.0.2.2" }), {});
    services.clock.advance({ seconds: 61 });
    await createMeeting(services, caller(), {});
  });

  it("leaves a line in the log, and no secret in it", async () => {
    const { meeting, ownerSecret } = await createMeeting(services, caller(), {});
    const log = services.logged.join("");
    expect(log).toContain(`"event":"room-created","meeting_id":"${meeting.meeting_id}"`);
    expect(log).toContain(`"room_name":"${meeting.room_name}"`);
    expect(log).not.toContain(meeting.host_key);
    expect(log).not.toContain(ownerSecret);
  });
});
