// Hosts against people who do not play along: real LiveKit, its real webhooks, raw participants, and two
// processes of the app on one store, asked in turn.
import { createServer, type Server } from "node:http";
import {
  AudioSource,
  DisconnectReason,
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoSource,
} from "@livekit/rtc-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import { CreatedMeeting, MeetingInfo } from "@/lib/contract/meeting";
import { KnockList, ParticipantList } from "@/lib/contract/participant";
import { liveEnv, liveServices, stores } from "@/lib/server/fakes/live-services";
import { reconcile } from "@/lib/server/meetings/reconcile";
import type { Store } from "@/lib/server/ports/store";
import { type Services, setServices } from "@/lib/server/services";
import { callRoute, type Verb } from "./call-route";

const { webhookPort } = liveEnv();

const rooms = new Set<Room>();
afterAll(async () => {
  await Promise.all([...rooms].map((room) => room.disconnect()));
  await dispose();
});

async function connect({ server_url, participant_token }: JoinedMeeting): Promise<Room> {
  const room = new Room();
  await room.connect(server_url, participant_token, { autoSubscribe: true, dynacast: false });
  rooms.add(room);
  return room;
}

const publish = (room: Room, source: TrackSource) =>
  room.localParticipant?.publishTrack(
    source === TrackSource.SOURCE_MICROPHONE
      ? LocalAudioTrack.createAudioTrack("microphone", new AudioSource(48_000, 1))
      : LocalVideoTrack.createVideoTrack("picture", new VideoSource(64, 64)),
    new TrackPublishOptions({ source }),
  );

const reasonOf = (room: Room) =>
  new Promise<DisconnectReason>((resolve) => {
    room.once(RoomEvent.Disconnected, resolve);
  });

describe.each(stores)("a meeting with hosts, on %s and two processes", (_name, makeStore) => {
  const opened: Store[] = [];
  let processes: Services[] = [];
  let clean: () => Promise<unknown>;
  let webhooks: Server;
  let lostWebhooks = false;
  let turn = 0;
  const nextProcess = () => {
    turn += 1;
    const process = processes[turn % processes.length];
    if (process) setServices(process);
  };

  beforeAll(async () => {
    const made = await makeStore();
    clean = made.clean;
    opened.push(made.open(), made.open());
    await Promise.all(opened.map((store) => store.migrate()));
    processes = opened.map((store) => liveServices(store));
    webhooks = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        nextProcess();
        const answer = lostWebhooks
          ? new Response()
          : await callRoute("POST", "/api/v1/livekit/webhook", {
              headers: {
                "Content-Type": "application/webhook+json",
                Authorization: request.headers.authorization ?? "",
              },
              body: Buffer.concat(chunks).toString(),
            });
        response.writeHead(answer.status);
        response.end();
      });
    });
    await new Promise<void>((resolve) => {
      webhooks.listen(webhookPort, "127.0.0.1", resolve);
    });
  });
  afterAll(async () => {
    await new Promise((resolve) => {
      webhooks.close(resolve);
      webhooks.closeAllConnections();
    });
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await clean();
  });

  async function call(method: Verb, address: string, token?: string, body?: unknown) {
    nextProcess();
    const response = await callRoute(method, address, {
      ...(body === undefined ? {} : { body }),
      ...(token ? { headers: { Authorization: `Bearer ${token}` } } : {}),
    });
    const text = await response.text();
    const answer: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, body: answer };
  }

  async function newMeeting(settings = {}) {
    const made = await call("POST", "/api/v1/meetings/create", undefined, { settings });
    const meeting = CreatedMeeting.parse(made.body);
    const at = (rest = "") => `/api/v1/meetings/${meeting.meeting_id}${rest}`;
    const asHost = (method: Verb, rest: string, body?: unknown) =>
      call(method, at(rest), meeting.host_key, body);
    const ask = (name: string, token?: string) =>
      call("POST", at("/join"), token, token ? {} : { participant_name: name });
    const join = async (name: string, token?: string) =>
      JoinedMeeting.parse((await ask(name, token)).body);
    const people = async () =>
      ParticipantList.parse((await asHost("GET", "/participants")).body).participants;
    const tracks = async () => (await people()).flatMap((person) => person.tracks);
    return { meeting, at, asHost, ask, join, people, tracks };
  }

  it.each([
    ["microphone", TrackSource.SOURCE_MICROPHONE],
    ["camera", TrackSource.SOURCE_CAMERA],
    ["screen_share", TrackSource.SOURCE_SCREENSHARE],
  ] as const)("gives a tampered client no %s that is not allowed", async (kind, source) => {
    const { asHost, join, tracks } = await newMeeting();
    const room = await connect(await join("Mallory"));
    await publish(room, source);
    await expect.poll(tracks, { timeout: 5000 }).toEqual([{ source: kind, muted: false }]);
    expect((await asHost("PATCH", "", { settings: { allow: { [kind]: false } } })).status).toBe(
      200,
    );
    await expect.poll(tracks, { timeout: 5000 }).toEqual([]);
    // LiveKit leaves the client without an answer: what counts is what it has.
    publish(room, source)?.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await tracks()).toEqual([]);
  });

  it("gives a tampered client no say: no data, no name, no role", async () => {
    const { asHost, join, people } = await newMeeting();
    const { localParticipant: mallory } = await connect(await join("Mallory"));
    const victim = await connect(await join("Victim"));
    const heard: string[] = [];
    victim.on(RoomEvent.DataReceived, (_data, _from, _kind, topic) => heard.push(topic ?? ""));
    await asHost("PATCH", "", { settings: { allow: { chat: false, reactions: false } } });
    for (let time = 0; time < 5; time += 1) {
      await mallory
        ?.publishData(new TextEncoder().encode("mute"), { reliable: true, topic: "host-control" })
        .catch(() => {});
    }
    mallory?.setAttributes({ role: "host" }).catch(() => {});
    mallory?.updateName("Host").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(heard).toEqual([]);
    expect(await people()).toContainEqual(
      expect.objectContaining({ name: "Mallory", role: "participant" }),
    );
  });

  it("is told at once to those inside, and its permissions are those of one change, not of two", async () => {
    const { meeting, asHost, join } = await newMeeting();
    const room = await connect(await join("Ada"));
    await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        asHost("PATCH", "", {
          title: `Title ${number}`,
          settings: { max_participants: number + 5 },
        }),
      ),
    );
    const info = MeetingInfo.parse(
      (await call("GET", `/api/v1/meetings/${meeting.meeting_id}/info`)).body,
    );
    expect(info.title).toBe(`Title ${(info.settings.max_participants ?? 0) - 5}`);
    await expect
      .poll(() => z.object({ title: z.string() }).parse(JSON.parse(room.metadata ?? "{}")).title)
      .toBe(info.title);
  });

  it("keeps those out who wait, whatever process they ask, until a host lets them in", async () => {
    const { asHost, ask } = await newMeeting({ lobby: true });
    const waiting = WaitingToJoin.parse((await ask("Ada")).body);
    const denied = WaitingToJoin.parse((await ask("Bob")).body);
    const { knocks } = KnockList.parse((await asHost("GET", "/knocks")).body);
    expect(knocks.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    await asHost("POST", `/knocks/${waiting.participant_identity}`, { decision: "admit" });
    await asHost("POST", `/knocks/${denied.participant_identity}`, { decision: "deny" });
    expect((await ask("Ada", waiting.seat_token)).status).toBe(201);
    expect(await ask("Bob", denied.seat_token)).toMatchObject({
      status: 403,
      body: { code: "denied" },
    });
  });

  it("puts out whoever was removed, however often they come, and those who should not be in at all", async () => {
    const { asHost, ask, join, people } = await newMeeting();
    const mallory = await join("Mallory");
    const first = await connect(mallory);
    const reason = reasonOf(first);
    await asHost("DELETE", `/participants/${mallory.participant_identity}`);
    expect(await reason).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    expect(await ask("Mallory", mallory.seat_token)).toMatchObject({
      status: 403,
      body: { code: "removed" },
    });
    // A visit ends as soon as one that its person ends: nobody waits for a round, however busy the machine is.
    const ada = await join("Ada");
    const own: number[] = [];
    const visits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const asAda = performance.now();
      await (await connect(ada)).disconnect();
      own.push(performance.now() - asAda);
      const asMallory = performance.now();
      const again = await connect(mallory).catch(() => undefined);
      if (again?.isConnected) await reasonOf(again);
      visits.push(performance.now() - asMallory);
    }
    expect(Math.max(...visits) / Math.max(...own)).toBeLessThan(3);
    await expect.poll(people, { timeout: 3000 }).toEqual([]);
  });

  it("puts them out all the same where every webhook is lost", async () => {
    const { asHost, join, people } = await newMeeting();
    const mallory = await join("Mallory");
    lostWebhooks = true;
    try {
      await asHost("DELETE", `/participants/${mallory.participant_identity}`);
      const room = await connect(mallory);
      const reason = reasonOf(room);
      const rounds = setInterval(() => {
        for (const process of processes) void reconcile(process).catch(() => {});
      }, 1000);
      const started = performance.now();
      await reason;
      clearInterval(rounds);
      expect(performance.now() - started).toBeLessThan(12_000);
      await expect.poll(people, { timeout: 3000 }).toEqual([]);
    } finally {
      lostWebhooks = false;
    }
  });

  it.each([
    ["one act", "?rotate=true", false],
    ["two", "", true],
  ])(
    "moves everybody who is allowed to a new room in %s, and leaves old tokens worthless",
    async (_acts, query, rotatesAfter) => {
      const { asHost, join, people } = await newMeeting();
      const [ada, mallory] = [await join("Ada"), await join("Mallory")];
      const room = await connect(ada);
      const reason = reasonOf(room);
      const removed = await asHost(
        "DELETE",
        `/participants/${mallory.participant_identity}${query}`,
      );
      expect(removed.status).toBe(204);
      if (rotatesAfter) expect((await asHost("POST", "/rotate")).status).toBe(204);
      expect(await reason).toBe(DisconnectReason.ROOM_DELETED);
      await expect(connect(mallory)).rejects.toThrow();
      await expect(connect(ada)).rejects.toThrow();
      const moved = await join("Ada", ada.seat_token);
      expect(moved.room_name).toBe(`${ada.room_name}.1`);
      await connect(moved);
      expect(await people()).toMatchObject([{ name: "Ada" }]);
    },
  );

  it("takes five of fifty who come at once into a room for five, and tells the others", async () => {
    const { ask, people } = await newMeeting({ max_participants: 5 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, number) => {
        const answer = await ask(`Person ${number}`);
        const joined = JoinedMeeting.safeParse(answer.body);
        if (joined.success) await connect(joined.data);
        return answer.status;
      }),
    );
    expect(answers.filter((status) => status === 201)).toHaveLength(5);
    expect(answers.filter((status) => status === 409)).toHaveLength(45);
    expect(await people()).toHaveLength(5);
    expect((await ask("One more")).status).toBe(409);
  });

  it("ends for everyone, and can be met in again", async () => {
    const { asHost, join, people } = await newMeeting();
    const ada = await join("Ada");
    const room = await connect(ada);
    let told = "";
    room.on(RoomEvent.RoomMetadataChanged, (metadata) => {
      told = metadata;
    });
    const reason = reasonOf(room);
    expect((await asHost("POST", "/end")).status).toBe(204);
    expect(await reason).toBe(DisconnectReason.ROOM_DELETED);
    expect(JSON.parse(told)).toMatchObject({ ended_at: expect.any(String) });
    await connect(await join("Ada", ada.seat_token));
    expect(await people()).toMatchObject([{ name: "Ada" }]);
  });

  it("mutes who comes in with a microphone on where the settings say so", async () => {
    const { join, tracks } = await newMeeting({ mute_on_entry: true });
    const room = await connect(await join("Ada"));
    await publish(room, TrackSource.SOURCE_MICROPHONE);
    await expect.poll(tracks, { timeout: 5000 }).toEqual([{ source: "microphone", muted: true }]);
  });
});
