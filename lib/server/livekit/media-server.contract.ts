import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import type { MeetingState } from "@/lib/contract/meeting-state";
import { defaultSettings } from "@/lib/contract/settings";
import type { MediaServer } from "@/lib/server/ports/media-server";

/** A LiveKit to be tested, and the two things that only somebody outside of it can do. */
export interface MediaServerUnderTest {
  media: MediaServer;
  /** Connects somebody with a token of this server's; they leave by the function that comes back. */
  enter(
    roomName: string,
    person: { identity: string; name: string; role: "host" | "participant" },
  ): Promise<() => Promise<void>>;
  /** The state as those inside read it. */
  readState(roomName: string): Promise<unknown>;
}

const state: MeetingState = {
  meeting_id: MeetingId.parse("abc-defg-hij"),
  title: "Design review",
  settings: defaultSettings,
  revision: 1,
  ended_at: null,
  ended_by: null,
  spotlight: null,
};
const newRoomName = () => `test-${randomUUID()}`;
const ada = { identity: "p_ada", name: "Ada", role: "host" } as const;
const bob = { identity: "p_bob", name: "Bob", role: "participant" } as const;

/** What every media server has to do. */
export function mediaServerContract(setUp: () => MediaServerUnderTest) {
  const { media, enter, readState } = setUp();

  async function withRoom(test: (roomName: string) => Promise<void>) {
    const roomName = newRoomName();
    await media.ensureRoom(roomName, state);
    try {
      await test(roomName);
    } finally {
      await media.deleteRoom(roomName);
    }
  }

  describe("a room", () => {
    it("is not there before it is made", async () => {
      const roomName = newRoomName();
      expect(await media.findRoom(roomName)).toBeUndefined();
      expect(await media.listParticipants(roomName)).toEqual([]);
      expect(await media.countParticipants([roomName])).toEqual(new Map([[roomName, 0]]));
    });

    it("is made once, with the meeting's state, however often that is asked", () =>
      withRoom(async (roomName) => {
        const room = await media.findRoom(roomName);
        expect(room).toEqual({ sid: expect.stringMatching(/^RM_/), participants: [], state });
        await media.ensureRoom(roomName, { ...state, title: "Another" });
        expect(await media.findRoom(roomName)).toEqual(room);
        expect(await readState(roomName)).toEqual(state);
      }));

    it("tells a new state", () =>
      withRoom(async (roomName) => {
        await media.updateRoomState(roomName, { ...state, title: null });
        expect(await readState(roomName)).toEqual({ ...state, title: null });
      }));

    it("is gone when it is deleted, and comes back as another one", async () => {
      const roomName = newRoomName();
      await media.ensureRoom(roomName, state);
      const before = await media.findRoom(roomName);
      await media.deleteRoom(roomName);
      expect(await media.findRoom(roomName)).toBeUndefined();
      await media.ensureRoom(roomName, state);
      expect((await media.findRoom(roomName))?.sid).not.toBe(before?.sid);
      await media.deleteRoom(roomName);
    });

    it("that is gone is nothing to update, delete or remove from", async () => {
      const roomName = newRoomName();
      await media.updateRoomState(roomName, state);
      await media.deleteRoom(roomName);
      await media.removeParticipant(roomName, "p_nobody");
    });
  });

  describe("people", () => {
    it("are listed with name, role and times, and counted", () =>
      withRoom(async (roomName) => {
        const began = Date.now();
        const leave = await enter(roomName, ada);
        const leaveToo = await enter(roomName, bob);
        await expect
          .poll(() => media.listParticipants(roomName), { timeout: 5000 })
          .toHaveLength(2);

        const people = await media.listParticipants(roomName);
        const found = people.find((one) => one.identity === "p_ada");
        expect(found).toEqual({
          participant_sid: expect.stringMatching(/^PA_/),
          identity: "p_ada",
          name: "Ada",
          role: "host",
          state: expect.stringMatching(/^(joined|active)$/),
          joined_at: expect.stringMatching(/^\d{4}-.*Z$/),
          is_publisher: false,
          hand_raised_at: null,
          tracks: [],
          may_publish: expect.arrayContaining(["camera", "microphone"]),
          can_publish_data: true,
        });
        expect(Math.abs(Date.parse(found?.joined_at ?? "") - began)).toBeLessThan(5000);
        expect(await media.countParticipants([roomName, "another"])).toEqual(
          new Map([
            [roomName, 2],
            ["another", 0],
          ]),
        );
        expect(await media.findRoom(roomName)).toMatchObject({
          participants: [{}, {}],
        });

        await leave();
        await expect
          .poll(async () => (await media.listParticipants(roomName)).map((one) => one.identity), {
            timeout: 5000,
          })
          .toEqual(["p_bob"]);
        await leaveToo();
      }));

    it("are what the server says, whole, and may do no more than that", () =>
      withRoom(async (roomName) => {
        const leave = await enter(roomName, bob);
        const standing = {
          name: "Bob B.",
          role: "cohost",
          handRaisedAt: "2026-11-23T10:00:00.000Z",
          sources: ["camera", "screen_share", "screen_share_audio"],
          canPublishData: false,
        } as const;
        const find = async () => (await media.listParticipants(roomName))[0];
        await media.updateParticipant(roomName, "p_bob", standing);
        await expect.poll(find, { timeout: 5000 }).toMatchObject({
          name: "Bob B.",
          role: "cohost",
          hand_raised_at: standing.handRaisedAt,
          may_publish: standing.sources,
          can_publish_data: false,
        });
        const nothing = { ...standing, sources: [], handRaisedAt: null, canPublishData: true };
        await media.updateParticipant(roomName, "p_bob", nothing);
        await expect.poll(find, { timeout: 5000 }).toMatchObject({
          hand_raised_at: null,
          may_publish: [],
          can_publish_data: true,
        });
        await leave();
      }));

    it("that are gone are nothing to change, ask, mute or hint at", () =>
      withRoom(async (roomName) => {
        const standing = {
          name: "Nobody",
          role: "participant",
          handRaisedAt: null,
          sources: [],
          canPublishData: true,
        } as const;
        for (const room of [roomName, newRoomName()]) {
          await media.updateParticipant(room, "p_nobody", standing);
          await media.askToUnmute(room, "p_nobody", { at: "2026-11-23T10:00:00.000Z", by: "" });
          await media.callOn(room, "p_nobody", { at: "2026-11-23T10:00:00.000Z", by: "" });
          await media.mute(room, "p_nobody", ["microphone"]);
          await media.hint(room, [], "topic");
        }
        // It takes LiveKit three seconds to find nobody there; everything else goes on meanwhile.
        const hinted = media.hint(newRoomName(), ["p_nobody"], "topic");
        await media.ping();
        await hinted;
      }));

    it("are gone when removed; removing them again does nothing", () =>
      withRoom(async (roomName) => {
        const leave = await enter(roomName, ada);
        await media.removeParticipant(roomName, "p_ada");
        await expect.poll(() => media.listParticipants(roomName), { timeout: 5000 }).toEqual([]);
        await media.removeParticipant(roomName, "p_ada");
        await leave();
      }));

    it("are all gone when the room is deleted", () =>
      withRoom(async (roomName) => {
        const leave = await enter(roomName, ada);
        await media.deleteRoom(roomName);
        expect(await media.listParticipants(roomName)).toEqual([]);
        await leave();
      }));
  });

  it("counts nobody when asked about no room", async () => {
    expect(await media.countParticipants([])).toEqual(new Map());
  });

  it("issues tokens that are good for ten minutes at most", async () => {
    const { token, expiresAt } = await media.issueToken({
      roomName: "room",
      ...ada,
      sources: ["microphone"],
      canPublishData: true,
    });
    expect(token.length).toBeGreaterThan(20);
    const seconds = (Date.parse(expiresAt) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  it("answers a ping", () => media.ping());
}
