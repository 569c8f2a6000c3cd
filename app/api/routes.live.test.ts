// The API on a real LiveKit server and both stores, with participants that are really connected.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DisconnectReason, dispose, Room, RoomEvent } from "@livekit/rtc-node";
import { decodeJwt } from "jose";
import { TokenSource } from "livekit-client";
import { AccessToken } from "livekit-server-sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { JoinedMeeting } from "@/lib/contract/join";
import { CreatedMeeting, MeetingInfo } from "@/lib/contract/meeting";
import { ParticipantList } from "@/lib/contract/participant";
import { MeetingReport } from "@/lib/contract/report";
import { liveEnv, liveServices, stores } from "@/lib/server/fakes/live-services";
import { reconcile } from "@/lib/server/meetings/reconcile";
import type { Store } from "@/lib/server/ports/store";
import { type Services, setServices } from "@/lib/server/services";
import { badInputs, complaintsAbout } from "./bad-input";
import { type CallOptions, callRoute, type Verb } from "./call-route";

const { livekitUrl, keys } = liveEnv();
/** A port that nobody listens on, and one that takes connections and never answers. */
const nobody = "ws://127.0.0.1:9";

const rooms = new Set<Room>();
afterAll(async () => {
  await Promise.all([...rooms].map((room) => room.disconnect()));
  await dispose();
});

async function connect(url: string, token: string): Promise<Room> {
  const room = new Room();
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  rooms.add(room);
  return room;
}

describe.each(stores)("the API on LiveKit and %s", (_name, makeStore) => {
  let store: Store;
  let clean: () => Promise<unknown>;
  const logged: string[] = [];

  const servicesOn = (url: string) => liveServices(store, { livekitUrl: url, logged });

  let services: Services;
  beforeAll(async () => {
    const made = await makeStore();
    clean = made.clean;
    store = made.open();
    await store.migrate();
    services = servicesOn(livekitUrl);
    setServices(services);
  });
  afterAll(async () => {
    await store.close();
    await clean();
  });

  async function call(method: Verb, address: string, options: CallOptions = {}) {
    const response = await callRoute(method, address, options);
    const text = await response.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, body, headers: response.headers };
  }
  const create = async (body = {}) => {
    const { status, body: answer } = await call("POST", "/api/v1/meetings/create", { body });
    expect(status).toBe(201);
    return CreatedMeeting.parse(answer);
  };
  const at = (id: string, rest = "") => `/api/v1/meetings/${id}${rest}`;
  const join = async (id: string, body: object, token?: string) => {
    const { status, body: answer } = await call("POST", at(id, "/join"), {
      body,
      ...(token ? { headers: { Authorization: `Bearer ${token}` } } : {}),
    });
    expect(status).toBe(201);
    return JoinedMeeting.parse(answer);
  };
  const remove = (meeting: CreatedMeeting) =>
    call("DELETE", at(meeting.meeting_id), {
      headers: { Authorization: `Bearer ${meeting.host_key}` },
    });

  it("goes all the way: create, join, look, come back, delete for good", async () => {
    const meeting = await create({ title: "Design review" });
    const ada = await join(meeting.meeting_id, { participant_name: "Ada" });
    expect(decodeJwt(ada.participant_token)).toMatchObject({
      sub: ada.participant_identity,
      name: "Ada",
      video: { room: meeting.room_name, roomJoin: true, canUpdateOwnMetadata: false },
    });
    const claims = decodeJwt(ada.participant_token);
    expect((claims.exp ?? Number.POSITIVE_INFINITY) - Date.now() / 1000).toBeLessThanOrEqual(600);
    for (const power of ["roomAdmin", "roomCreate", "roomList", "roomRecord", "roomConfig"]) {
      expect(JSON.stringify(claims)).not.toContain(power);
    }

    const room = await connect(ada.server_url, ada.participant_token);
    expect(JSON.parse(room.metadata ?? "")).toMatchObject({ title: "Design review" });
    const list = ParticipantList.parse(
      (await call("GET", at(meeting.meeting_id, "/participants"))).body,
    );
    expect(list).toMatchObject({
      count: 1,
      participants: [{ identity: ada.participant_identity, name: "Ada", role: "participant" }],
    });
    await expect
      .poll(async () => (await call("GET", at(meeting.meeting_id, "/info"))).body, {
        timeout: 3000,
      })
      .toMatchObject({ status: "active", num_participants: 1 });

    const told = new Promise((resolve) => {
      room.once(RoomEvent.RoomMetadataChanged, resolve);
    });
    const patched = await call("PATCH", at(meeting.meeting_id), {
      body: { title: "Other" },
      headers: { Authorization: `Bearer ${meeting.host_key}` },
    });
    expect(MeetingInfo.parse(patched.body).title).toBe("Other");
    expect(await told).toContain("Other");

    const again = await join(meeting.meeting_id, {}, ada.seat_token);
    expect(again.participant_identity).toBe(ada.participant_identity);

    const left = new Promise((resolve) => {
      room.once(RoomEvent.Disconnected, resolve);
    });
    expect((await remove(meeting)).status).toBe(204);
    expect(await left).toBe(DisconnectReason.ROOM_DELETED);
    for (const [method, rest, status] of [
      ["GET", "/info", 410],
      ["GET", "/participants", 410],
      ["POST", "/join", 410],
      ["DELETE", "", 410],
      ["GET", "/exists", 200],
    ] as const) {
      const body = method === "POST" ? { body: { participant_name: "Ada" } } : {};
      expect((await call(method, at(meeting.meeting_id, rest), body)).status).toBe(status);
    }
    await expect(connect(again.server_url, again.participant_token)).rejects.toThrow();
    expect(await services.media.findRoom(meeting.room_name)).toBeUndefined();
  });

  it("is a token endpoint for LiveKit's SDKs", async () => {
    const meeting = await create();
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        const answer = await callRoute("POST", request.url ?? "", {
          headers: { "Content-Type": request.headers["content-type"] ?? "" },
          body: Buffer.concat(chunks).toString(),
        });
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(await answer.text());
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = z
      .object({ port: z.number() })
      .parse(server.address() satisfies AddressInfo | string | null);
    const source = TokenSource.endpoint(
      `http://127.0.0.1:${port}${at(meeting.meeting_id, "/join")}`,
    );
    const fetched = await source.fetch({ participantName: "Ada", roomName: meeting.room_name });
    server.close();
    const room = await connect(fetched.serverUrl, fetched.participantToken);
    expect(room.localParticipant?.name).toBe("Ada");
    expect((await services.media.listParticipants(meeting.room_name)).length).toBe(1);
  });

  it("makes the room again when LiveKit lost it, also for who comes back", async () => {
    const meeting = await create();
    const ada = await join(meeting.meeting_id, { participant_name: "Ada" });
    await services.media.deleteRoom(meeting.room_name);
    await expect(connect(ada.server_url, ada.participant_token)).rejects.toThrow();
    const again = await join(meeting.meeting_id, {}, ada.seat_token);
    await connect(again.server_url, again.participant_token);
    expect((await services.media.listParticipants(meeting.room_name))[0]?.identity).toBe(
      ada.participant_identity,
    );
  });

  it("leaves nobody inside when it is deleted while many join", async () => {
    const meeting = await create();
    const joins = Array.from({ length: 30 }, (_, number) =>
      call("POST", at(meeting.meeting_id, "/join"), { body: { participant_name: `P${number}` } }),
    );
    const deleted = await remove(meeting);
    expect(deleted.status).toBe(204);
    const statuses = new Set((await Promise.all(joins)).map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 201 && status !== 410)).toEqual([]);
    expect(await services.media.findRoom(meeting.room_name)).toBeUndefined();
  });

  it("makes up for webhooks that never come", async () => {
    const meeting = await create();
    const ada = await join(meeting.meeting_id, { participant_name: "Ada" });
    const room = await connect(ada.server_url, ada.participant_token);
    // Whoever looks at the meeting finds that LiveKit and the store do not agree.
    await expect
      .poll(
        async () =>
          MeetingInfo.parse((await call("GET", at(meeting.meeting_id, "/info"))).body).started_at,
        { timeout: 8000, interval: 500 },
      )
      .not.toBeNull();
    await room.disconnect();
    await services.media.deleteRoom(meeting.room_name);
    await expect
      .poll(
        async () => {
          await reconcile(services);
          return await store.attendance.runningSession(meeting.meeting_id);
        },
        { timeout: 15_000, interval: 1000 },
      )
      .toBeUndefined();
    const [session] = await store.attendance.listSessions(meeting.meeting_id);
    expect(await store.attendance.listAttendance(session?.id ?? "")).toMatchObject([
      { identity: ada.participant_identity, name: "Ada" },
    ]);
  });

  it("makes one meeting of a hundred creates with one Idempotency-Key", async () => {
    const key = randomBytes(16).toString("hex");
    const ask = () =>
      call("POST", "/api/v1/meetings/create", {
        headers: { "Idempotency-Key": key },
        body: { title: "One" },
      });
    const first = await Promise.all(Array.from({ length: 100 }, ask));
    expect(first.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const again = await Promise.all(Array.from({ length: 100 }, ask));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]));
    const answers = [...first, ...again].filter(({ status }) => status === 201);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get("set-cookie"))).size).toBe(1);
    const other = await call("POST", "/api/v1/meetings/create", {
      headers: { "Idempotency-Key": key },
      body: { title: "Two" },
    });
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency-mismatch" } });
  });

  it("reports as one session what a lost room tore apart", async () => {
    const meeting = await create();
    const byKey = { headers: { Authorization: `Bearer ${meeting.host_key}` } };
    const ada = await join(meeting.meeting_id, { participant_name: "Ada" });
    const before = await connect(ada.server_url, ada.participant_token);
    const message = { id: "m1", text: "Hello" };
    const asAda = { headers: { Authorization: `Bearer ${ada.seat_token}` } };
    const written = await call("POST", at(meeting.meeting_id, "/messages"), {
      ...asAda,
      body: message,
    });
    expect(written.status).toBe(201);
    const look = async () =>
      MeetingReport.parse((await call("GET", at(meeting.meeting_id, "/report"), byKey)).body);
    await expect
      .poll(
        async () => {
          await call("GET", at(meeting.meeting_id, "/info"));
          return (await look()).sessions.length;
        },
        { timeout: 12_000, interval: 500 },
      )
      .toBe(1);
    await before.disconnect();
    await services.media.deleteRoom(meeting.room_name);
    const again = await join(meeting.meeting_id, {}, ada.seat_token);
    await connect(again.server_url, again.participant_token);
    await expect
      .poll(
        async () => {
          await reconcile(services);
          return (await store.attendance.listSessions(meeting.meeting_id)).length;
        },
        { timeout: 25_000, interval: 1000 },
      )
      .toBe(2);
    expect(await look()).toMatchObject({
      sessions: [{ ended_at: null, attendance: [{ name: "Ada", left_at: null }] }],
      messages: [{ text: "Hello", author: { name: "Ada" } }],
    });
  });

  it("takes only webhooks that LiveKit signed", async () => {
    const meeting = await create();
    const body = JSON.stringify({
      event: "room_started",
      id: "EV_1",
      createdAt: "1",
      room: { name: meeting.room_name, sid: "RM_1" },
    });
    const send = (authorization: string | undefined, sent = body) =>
      call("POST", "/api/v1/livekit/webhook", {
        headers: {
          "Content-Type": "application/webhook+json",
          ...(authorization ? { Authorization: authorization } : {}),
        },
        body: sent,
      });
    const sign = async (secret: string, of = body) => {
      const token = new AccessToken(keys.apiKey, secret);
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(of));
      token.sha256 = Buffer.from(digest).toString("base64");
      return await token.toJwt();
    };
    const good = await sign(keys.apiSecret);
    expect((await send(good)).status).toBe(200);
    expect((await send(good)).status).toBe(200);
    const bad = [undefined, await sign("x".repeat(40)), await sign(keys.apiSecret, "{}")];
    for (const authorization of bad) expect((await send(authorization)).status).toBe(401);
    expect((await send(good, `${body} `)).status).toBe(401);
    const ada = await join(meeting.meeting_id, { participant_name: "Ada" });
    expect((await send(ada.participant_token)).status).toBe(401);
  });

  it("says no to whatever is wrong, and never fails", async () => {
    const meeting = await create();
    const complaints: string[] = [];
    for (const input of badInputs(meeting.meeting_id)) {
      complaints.push(...(await complaintsAbout(input)));
    }
    expect(complaints).toEqual([]);
  });

  it("says within 3.5 s that LiveKit is away, with nothing half made", async () => {
    const meeting = await create();
    // It takes the connection and never answers.
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => {
      silent.listen(0, "127.0.0.1", resolve);
    });
    const { port } = z.object({ port: z.number() }).parse(silent.address());
    for (const url of [nobody, `ws://127.0.0.1:${port}`]) {
      const away = servicesOn(url);
      setServices(away);
      const made: string[] = [];
      const { insert } = store.meetings;
      store.meetings.insert = (stored, owner) => {
        made.push(stored.id);
        return insert(stored, owner);
      };
      const timed = async (
        run: () => Promise<{ status: number; body: unknown; headers: Headers }>,
      ) => {
        const startedAt = performance.now();
        const answer = await run();
        expect(performance.now() - startedAt).toBeLessThan(3_500);
        return answer;
      };
      const created = await timed(() => call("POST", "/api/v1/meetings/create"));
      expect(created).toMatchObject({ status: 503, body: { code: "media-unavailable" } });
      expect(Number(created.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(made).toHaveLength(1);
      for (const id of made) {
        expect((await call("GET", at(id, "/exists"))).body).toMatchObject({ exists: false });
      }
      const joined = await timed(() =>
        call("POST", at(meeting.meeting_id, "/join"), { body: { participant_name: "Ada" } }),
      );
      expect(joined).toMatchObject({ status: 503, body: { code: "media-unavailable" } });
      const info = await timed(() => call("GET", at(meeting.meeting_id, "/info")));
      expect(info).toMatchObject({ status: 200, body: { num_participants: null } });
      const inside = await timed(() => call("GET", at(meeting.meeting_id, "/participants")));
      expect(inside.status).toBe(503);
      const later = await call("POST", "/api/v1/meetings/create", {
        body: { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() },
      });
      expect(later.status).toBe(201);
      store.meetings.insert = insert;
    }
    const removed = await remove(meeting);
    expect(removed.status).toBe(204);
    silent.closeAllConnections();
    silent.close();

    setServices(services);
    expect((await call("GET", at(meeting.meeting_id, "/info"))).status).toBe(410);
    await expect
      .poll(
        async () => {
          await reconcile(services);
          return await services.media.findRoom(meeting.room_name);
        },
        { timeout: 15_000, interval: 1000 },
      )
      .toBeUndefined();
  });

  it("never wrote a secret into its log", () => {
    const log = logged.join("");
    expect(log).toContain('"event":"joined"');
    expect(log).not.toMatch(/eyJ[\w-]{10}|host_[\w-]{20}|seat_[\w-]{20}/);
    expect(log).not.toContain(keys.apiSecret);
  });
});
