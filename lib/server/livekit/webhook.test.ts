import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { Failure } from "@/lib/server/failure";
import { signAccessToken } from "./access-token";
import { readWebhook } from "./webhook";

const keys = { apiKey: "key", apiSecret: "secret-of-at-least-thirty-two-bytes" };

const room = { name: "abc-defg-hij", sid: "RM_1" };
const participant = {
  sid: "PA_1",
  identity: "p_ada",
  name: "Ada",
  state: "ACTIVE",
  joinedAt: "1795428000",
  joinedAtMs: "1795428000250",
};
const body = (event: string, more: object = {}) =>
  JSON.stringify({ event, id: "EV_1", createdAt: "1795428003", room, ...more });

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

async function sign(
  text: string,
  { secret = keys.apiSecret, issuer = keys.apiKey, expires = "5m", hash = sha256(text) } = {},
) {
  return await new SignJWT({ sha256: hash })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(issuer)
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}

async function read(text: string) {
  return await readWebhook(text, await sign(text), keys);
}

describe("LiveKit's webhook", () => {
  it("brings the beginning and the end of a room", async () => {
    const about = { id: "EV_1", at: "2026-11-23T10:00:03.000Z", room };
    expect(await read(body("room_started"))).toEqual({ ...about, kind: "room-started" });
    expect(await read(body("room_finished"))).toEqual({ ...about, kind: "room-finished" });
  });

  it.each([
    ["participant_joined", "participant-joined"],
    ["participant_left", "participant-left"],
  ])("brings %s with who it was", async (event, kind) => {
    expect(await read(body(event, { participant }))).toEqual({
      id: "EV_1",
      at: "2026-11-23T10:00:03.000Z",
      room,
      kind,
      participant: {
        sid: "PA_1",
        identity: "p_ada",
        name: "Ada",
        joinedAt: "2026-11-23T10:00:00.250Z",
        live: expect.objectContaining({ identity: "p_ada", role: "participant" }),
      },
    });
  });

  it("takes the event's time where LiveKit does not know when somebody joined", async () => {
    const { joinedAt: _, joinedAtMs: __, ...unknown } = participant;
    expect(await read(body("participant_left", { participant: unknown }))).toMatchObject({
      participant: { joinedAt: "2026-11-23T10:00:03.000Z" },
    });
  });

  it.each([
    ["a track", body("track_published", { participant })],
    ["an event without a room", JSON.stringify({ event: "egress_started", id: "EV_1" })],
    ["an event that is newer than we are", body("room_painted", { colour: "red" })],
    [
      "somebody hidden",
      body("participant_joined", { participant: { ...participant, permission: { hidden: true } } }),
    ],
    ["an agent", body("participant_joined", { participant: { ...participant, kind: "AGENT" } })],
    ["an egress", body("participant_left", { participant: { ...participant, kind: "EGRESS" } })],
  ])("leaves out %s", async (_, text) => {
    expect(await read(text)).toBeUndefined();
  });

  const text = body("room_finished");
  const token = () =>
    signAccessToken(keys, {
      roomName: room.name,
      identity: "p_ada",
      name: "Ada",
      role: "host",
      sources: [],
      canPublishData: true,
    });
  const unsigned = [
    Buffer.from('{"alg":"none"}').toString("base64url"),
    Buffer.from(JSON.stringify({ iss: keys.apiKey, exp: 4e9, sha256: sha256(text) })).toString(
      "base64url",
    ),
    "",
  ].join(".");

  it.each<[string, () => Promise<string | null>]>([
    ["no signature", async () => null],
    ["an empty signature", async () => ""],
    ["nonsense", async () => "Bearer nonsense"],
    ["another secret", () => sign(text, { secret: "another-secret-of-thirty-two-bytes!" })],
    ["another key", () => sign(text, { issuer: "another" })],
    ["another body's signature", () => sign(`${text} `)],
    ["a signature that is over", () => sign(text, { expires: "-1m" })],
    ["no algorithm", async () => unsigned],
    ["a token to join with", async () => (await token()).token],
  ])("is refused with %s", async (_, authorization) => {
    const refusal = readWebhook(text, await authorization(), keys);
    await expect(refusal).rejects.toThrow(Failure);
    await expect(refusal).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
