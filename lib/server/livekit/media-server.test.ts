import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import { defaultSettings } from "@/lib/contract/settings";
import { createFakeMediaServer } from "@/lib/server/fakes/fake-media-server";
import { createLiveKitMediaServer } from "./media-server";
import { mediaServerContract } from "./media-server.contract";

const keys = { apiKey: "key", apiSecret: "secret-of-at-least-thirty-two-bytes" };
const state = {
  meeting_id: MeetingId.parse("abc-defg-hij"),
  title: null,
  settings: defaultSettings,
  revision: 1,
  ended_at: null,
  ended_by: null,
  spotlight: null,
};

describe("the fake LiveKit", () => {
  mediaServerContract(() => {
    const media = createFakeMediaServer();
    return {
      media,
      enter: async (roomName, person) => {
        media.enter(roomName, person);
        return async () => media.leave(roomName, person.identity);
      },
      readState: async (roomName) => media.stateOf(roomName),
    };
  });

  it("can be away", async () => {
    const media = createFakeMediaServer();
    media.away = true;
    await expect(media.ping()).rejects.toMatchObject({ code: "media-unavailable" });
    await expect(media.ensureRoom("room", state)).rejects.toMatchObject({
      code: "media-unavailable",
    });
  });
});

describe("a LiveKit that is away", () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  /** Something on LiveKit's port that answers every call like this. */
  async function answering(answer: { status: number; body: string } | "never") {
    let calls = 0;
    const server = createServer((_request, response) => {
      calls += 1;
      if (answer === "never") return;
      response.writeHead(answer.status, {
        "content-type": answer.body.startsWith("{") ? "application/json" : "text/html",
      });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address: AddressInfo | string | null = server.address();
    const port = address && typeof address === "object" ? address.port : 0;
    return {
      media: createLiveKitMediaServer({ url: `ws://127.0.0.1:${port}`, ...keys }),
      calls: () => calls,
    };
  }

  const away = { code: "media-unavailable", options: { retryAfter: expect.any(Number) } };

  it("is known as away when it refuses the connection, and is soon not asked any more", async () => {
    const media = createLiveKitMediaServer({ url: "ws://127.0.0.1:1", ...keys });
    for (let turn = 0; turn < 7; turn += 1) {
      await expect(media.findRoom("room")).rejects.toMatchObject(away);
    }
  });

  it("is given up after three seconds when it says nothing", async () => {
    const { media } = await answering("never");
    const began = performance.now();
    await expect(media.ensureRoom("room", state)).rejects.toMatchObject(away);
    expect(performance.now() - began).toBeLessThan(3500);
  });

  it.each([
    ["an error of its own", 503, '{"code":"unavailable","msg":"no response from servers"}'],
    ["a proxy's error", 502, "Bad Gateway"],
    ["keys that it does not take", 401, '{"code":"unauthenticated","msg":"invalid API key"}'],
    ["a page of something else", 404, "<h1>Not here</h1>"],
    ["nonsense", 200, "<h1>Hello</h1>"],
  ])("is away when it answers with %s, and no room is taken for gone", async (_, status, body) => {
    const { media } = await answering({ status, body });
    await expect(media.deleteRoom("room")).rejects.toMatchObject(away);
    await expect(media.listParticipants("room")).rejects.toMatchObject(away);
  });

  it("is asked no more after five failures, but for a ping, which brings it back", async () => {
    const answer = { status: 503, body: '{"code":"unavailable"}' };
    const { media, calls } = await answering(answer);
    for (let turn = 0; turn < 8; turn += 1) {
      await expect(media.listParticipants("room")).rejects.toMatchObject(away);
    }
    expect(calls()).toBe(5);
    answer.status = 200;
    answer.body = "{}";
    await media.ping();
    expect(await media.listParticipants("room")).toEqual([]);
    expect(calls()).toBe(7);
  });

  it("says so where the mistake is ours", async () => {
    const { media } = await answering({
      status: 400,
      body: '{"code":"invalid_argument","msg":"no room name"}',
    });
    await expect(media.findRoom("")).rejects.toMatchObject({
      name: expect.not.stringMatching("Failure"),
    });
  });
});
