import { decodeJwt, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import type { TokenGrant } from "@/lib/server/ports/media-server";
import { signAccessToken } from "./access-token";

const keys = { apiKey: "key", apiSecret: "secret-of-at-least-thirty-two-bytes" };
const grant: TokenGrant = {
  roomName: "abc-defg-hij",
  identity: "p_ada",
  name: "Ada",
  role: "cohost",
  sources: ["camera", "microphone", "screen_share", "screen_share_audio"],
  canPublishData: true,
};

describe("a LiveKit token", () => {
  it("holds exactly what was granted, signed with our key", async () => {
    const { token } = await signAccessToken(keys, grant);
    const { payload, protectedHeader } = await jwtVerify(
      token,
      new TextEncoder().encode(keys.apiSecret),
    );
    expect(protectedHeader.alg).toBe("HS256");
    expect(payload).toEqual({
      iss: "key",
      sub: "p_ada",
      name: "Ada",
      exp: expect.any(Number),
      nbf: expect.any(Number),
      attributes: { role: "cohost" },
      video: {
        room: "abc-defg-hij",
        roomJoin: true,
        canSubscribe: true,
        canPublish: true,
        canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"],
        canPublishData: true,
        canUpdateOwnMetadata: false,
      },
    });
  });

  it("ends when it says, ten minutes after it begins at most", async () => {
    const { token, expiresAt } = await signAccessToken(keys, grant);
    const { exp = 0, nbf = 0 } = decodeJwt(token);
    expect(exp - nbf).toBeLessThanOrEqual(600);
    expect(exp - Date.parse(expiresAt) / 1000).toBeGreaterThanOrEqual(0);
    expect(exp - Date.parse(expiresAt) / 1000).toBeLessThanOrEqual(1);
  });

  it("with nothing to publish allows publishing nothing, where LiveKit reads no list as all", async () => {
    const { token } = await signAccessToken(keys, { ...grant, sources: [], canPublishData: false });
    expect(decodeJwt(token)).toMatchObject({
      video: { canPublish: false, canPublishData: false },
    });
  });
});
