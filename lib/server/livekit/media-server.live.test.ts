import {
  AudioSource,
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoSource,
} from "@livekit/rtc-node";
import { AccessToken, RoomServiceClient } from "livekit-server-sdk";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { defaultSettings } from "@/lib/contract/settings";
import { createLiveKitMediaServer } from "./media-server";
import { mediaServerContract } from "./media-server.contract";

const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = z
  .object({ LIVEKIT_URL: z.url(), LIVEKIT_API_KEY: z.string(), LIVEKIT_API_SECRET: z.string() })
  .parse(process.env);

const media = createLiveKitMediaServer({
  url: LIVEKIT_URL,
  apiKey: LIVEKIT_API_KEY,
  apiSecret: LIVEKIT_API_SECRET,
});
/** LiveKit as it is, to look behind the adapter. */
const livekit = new RoomServiceClient(
  LIVEKIT_URL.replace(/^ws/, "http"),
  LIVEKIT_API_KEY,
  LIVEKIT_API_SECRET,
);

const connected = new Set<Room>();
afterAll(async () => {
  await Promise.all([...connected].map((room) => room.disconnect()));
  await dispose();
});

async function connect(token: string): Promise<Room> {
  const room = new Room();
  await room.connect(LIVEKIT_URL, token, { autoSubscribe: true, dynacast: false });
  connected.add(room);
  return room;
}

const newToken = async (roomName: string, identity: string, name = identity) => {
  const { token } = await media.issueToken({
    roomName,
    identity,
    name,
    role: "host",
    sources: ["microphone", "camera"],
    canPublishData: true,
  });
  return token;
};

const state = {
  meeting_id: MeetingId.parse("abc-defg-hij"),
  title: "Design review",
  settings: defaultSettings,
  revision: 1,
  ended_at: null,
  ended_by: null,
  spotlight: null,
};

describe("the real LiveKit", () => {
  mediaServerContract(() => ({
    media,
    enter: async (roomName, { role, ...person }) => {
      const { token } = await media.issueToken({
        roomName,
        ...person,
        role,
        sources: ["microphone", "camera"],
        canPublishData: true,
      });
      const room = await connect(token);
      return async () => {
        connected.delete(room);
        await room.disconnect();
      };
    },
    readState: async (roomName) => {
      const [room] = await livekit.listRooms([roomName]);
      return JSON.parse(room?.metadata ?? "null");
    },
  }));

  it("tells those inside a new state at once", async () => {
    const roomName = `test-told-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const room = await connect(await newToken(roomName, "p_ada"));
    expect(JSON.parse(room.metadata ?? "")).toEqual(state);
    const told = new Promise((resolve) => {
      room.once(RoomEvent.RoomMetadataChanged, (metadata) => resolve(metadata));
    });
    await media.updateRoomState(roomName, { ...state, title: "Retitled" });
    expect(JSON.parse(String(await told))).toMatchObject({ title: "Retitled" });
    await media.deleteRoom(roomName);
  });

  it("disconnects everybody when the room is deleted, and a token given before brings nothing back", async () => {
    const roomName = `test-deleted-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const used = await newToken(roomName, "p_ada");
    const unused = await newToken(roomName, "p_bob");
    const room = await connect(used);
    const out = new Promise((resolve) => {
      room.once(RoomEvent.Disconnected, resolve);
    });
    await media.deleteRoom(roomName);
    await out;

    await expect(connect(used)).rejects.toThrow();
    await expect(connect(unused)).rejects.toThrow();
    expect(await media.findRoom(roomName)).toBeUndefined();
  });

  it("lets nobody in where no room was made, even with a token that is right", async () => {
    const roomName = `test-never-${Date.now()}`;
    await expect(connect(await newToken(roomName, "p_ada"))).rejects.toThrow();
    expect(await media.findRoom(roomName)).toBeUndefined();
  });

  it("lists what somebody publishes, and whether it is muted", async () => {
    const roomName = `test-tracks-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const room = await connect(await newToken(roomName, "p_ada"));
    const track = LocalAudioTrack.createAudioTrack("microphone", new AudioSource(48_000, 1));
    await room.localParticipant?.publishTrack(
      track,
      new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
    );
    await expect
      .poll(() => media.listParticipants(roomName), { timeout: 5000 })
      .toMatchObject([{ is_publisher: true, tracks: [{ source: "microphone", muted: false }] }]);
    const [found] = await livekit.listParticipants(roomName);
    await livekit.mutePublishedTrack(roomName, "p_ada", found?.tracks[0]?.sid ?? "", true);
    expect(await media.listParticipants(roomName)).toMatchObject([
      { tracks: [{ source: "microphone", muted: true }] },
    ]);
    await media.deleteRoom(roomName);
  });

  it("leaves out who is hidden and who serves the meeting", async () => {
    const roomName = `test-hidden-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    for (const grant of [{ hidden: true }, { agent: true }]) {
      const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, {
        identity: JSON.stringify(grant),
        ttl: "1m",
      });
      token.addGrant({ roomJoin: true, room: roomName, ...grant });
      if ("agent" in grant) token.kind = "agent";
      await connect(await token.toJwt());
    }
    await connect(await newToken(roomName, "p_ada"));
    await expect.poll(() => livekit.listParticipants(roomName), { timeout: 5000 }).toHaveLength(3);
    expect(await media.listParticipants(roomName)).toMatchObject([{ identity: "p_ada" }]);
    expect(await media.findRoom(roomName)).toMatchObject({
      participants: [{ identity: "p_ada" }],
    });
    await media.deleteRoom(roomName);
  });

  const publish = (room: Room, name: string, source: TrackSource) =>
    room.localParticipant?.publishTrack(
      source === TrackSource.SOURCE_MICROPHONE
        ? LocalAudioTrack.createAudioTrack(name, new AudioSource(48_000, 1))
        : LocalVideoTrack.createVideoTrack(name, new VideoSource(64, 64)),
      new TrackPublishOptions({ source }),
    );
  const tracksOf = async (roomName: string) =>
    (await media.listParticipants(roomName)).flatMap(({ tracks }) => tracks);

  it("turns off what is on, and leaves turning it on again to the person", async () => {
    const roomName = `test-mute-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const room = await connect(await newToken(roomName, "p_ada"));
    await publish(room, "microphone", TrackSource.SOURCE_MICROPHONE);
    await publish(room, "camera", TrackSource.SOURCE_CAMERA);
    await expect.poll(() => tracksOf(roomName), { timeout: 5000 }).toHaveLength(2);
    await media.mute(roomName, "p_ada", ["microphone"]);
    expect(await tracksOf(roomName)).toEqual(
      expect.arrayContaining([
        { source: "microphone", muted: true },
        { source: "camera", muted: false },
      ]),
    );
    await media.deleteRoom(roomName);
  });

  it("takes away what is published and not allowed any more, and refuses it from then on", async () => {
    const roomName = `test-revoked-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const room = await connect(await newToken(roomName, "p_ada"));
    await publish(room, "microphone", TrackSource.SOURCE_MICROPHONE);
    await publish(room, "camera", TrackSource.SOURCE_CAMERA);
    await expect.poll(() => tracksOf(roomName), { timeout: 5000 }).toHaveLength(2);
    const standing = {
      name: "Ada",
      role: "participant",
      handRaisedAt: null,
      sources: ["microphone"],
      canPublishData: true,
    } as const;
    await media.updateParticipant(roomName, "p_ada", standing);
    await expect
      .poll(() => tracksOf(roomName), { timeout: 5000 })
      .toEqual([{ source: "microphone", muted: false }]);
    // It may wait for an answer for long: what counts is what LiveKit has.
    publish(room, "camera again", TrackSource.SOURCE_CAMERA)?.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await tracksOf(roomName)).toEqual([{ source: "microphone", muted: false }]);
    await media.deleteRoom(roomName);
  });

  it("asks by an attribute and hints by a message, to the one who is meant", async () => {
    const roomName = `test-asked-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const ada = await connect(await newToken(roomName, "p_ada"));
    const bob = await connect(await newToken(roomName, "p_bob"));
    const heard: string[] = [];
    for (const [name, room] of [
      ["ada", ada],
      ["bob", bob],
    ] as const) {
      room.on(RoomEvent.DataReceived, (_data, from, _kind, topic) =>
        heard.push(`${name} ${topic} ${from?.identity}`),
      );
    }
    await expect
      .poll(
        async () => {
          await media.hint(roomName, ["p_ada"], "look");
          return heard;
        },
        { timeout: 5000 },
      )
      .toContain("ada look undefined");
    expect(heard.filter((each) => each.startsWith("bob"))).toEqual([]);
    await media.hint(roomName, "everybody", "all");
    await expect
      .poll(() => heard.filter((each) => each.includes("all")).toSorted(), { timeout: 5000 })
      .toEqual(["ada all undefined", "bob all undefined"]);
    const at = "2026-11-23T10:00:00.000Z";
    await media.askToUnmute(roomName, "p_bob", { at, by: "Ada" });
    await expect
      .poll(() => bob.localParticipant?.attributes, { timeout: 5000 })
      .toMatchObject({ unmute_asked_at: at, unmute_asked_by: "Ada", role: "host" });
    const later = "2026-11-23T10:05:00.000Z";
    await media.callOn(roomName, "p_bob", { at: later, by: "Ada" });
    await expect
      .poll(() => bob.localParticipant?.attributes, { timeout: 5000 })
      .toMatchObject({ called_on_at: later, called_on_by: "Ada", unmute_asked_at: later });
    await media.deleteRoom(roomName);
  });

  it("lets nobody send data who may not", async () => {
    const roomName = `test-silent-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const ada = await connect(await newToken(roomName, "p_ada"));
    const bob = await connect(await newToken(roomName, "p_bob"));
    const heard: string[] = [];
    ada.on(RoomEvent.DataReceived, (data) => heard.push(new TextDecoder().decode(data)));
    const say = async (text: string) =>
      await bob.localParticipant?.publishData(new TextEncoder().encode(text), { reliable: true });
    await expect
      .poll(
        async () => {
          await say("before");
          return heard;
        },
        { timeout: 5000 },
      )
      .toContain("before");
    await media.updateParticipant(roomName, "p_bob", {
      name: "Bob",
      role: "participant",
      handRaisedAt: null,
      sources: ["microphone"],
      canPublishData: false,
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    heard.length = 0;
    await say("after").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(heard).toEqual([]);
    await media.deleteRoom(roomName);
  });

  it("lets nobody change what the server says of them", async () => {
    const roomName = `test-attributes-${Date.now()}`;
    await media.ensureRoom(roomName, state);
    const room = await connect(await newToken(roomName, "p_ada", "Ada"));
    const attempt = async () => {
      await room.localParticipant?.setAttributes({ role: "cohost" });
    };
    await Promise.race([
      attempt().catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 1500)),
    ]);
    expect(await media.listParticipants(roomName)).toMatchObject([{ name: "Ada", role: "host" }]);
    await media.deleteRoom(roomName);
  });
});
