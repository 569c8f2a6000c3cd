import { AccessToken } from "livekit-server-sdk";
import type { IssuedToken, TokenGrant } from "@/lib/server/ports/media-server";
import { attributesOf, permissionOf } from "./people";

/** LiveKit renews the token of whoever is connected; this bounds only how long an unused one is good. */
const lifetimeSeconds = 600;

const withoutEmpty = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));

/** Signs what `grant` says and nothing more: no token of ours makes, lists or administers rooms. */
export async function signAccessToken(
  keys: { apiKey: string; apiSecret: string },
  grant: TokenGrant,
): Promise<IssuedToken> {
  // JWTs know whole seconds; asked before signing, so that it is never later than the token's own.
  const expiresAt = (Math.floor(Date.now() / 1000) + lifetimeSeconds) * 1000;
  const token = new AccessToken(keys.apiKey, keys.apiSecret, {
    identity: grant.identity,
    name: grant.name,
    ttl: `${lifetimeSeconds}s`,
    attributes: withoutEmpty(attributesOf(grant)),
  });
  token.addGrant({
    roomJoin: true,
    room: grant.roomName,
    ...permissionOf(grant),
    canUpdateOwnMetadata: false,
  });
  return { token: await token.toJwt(), expiresAt: new Date(expiresAt).toISOString() };
}
