// The keys of programs that the operator trusts (MEETINGS_API_KEYS).
import { timingSafeEqual } from "node:crypto";
import type { Services } from "@/lib/server/services";
import { hashOf } from "./secrets";

/** The key that a bearer token is, by its name. Undefined where it is none of the operator's. */
export function findApiKey(
  { config }: { config: Pick<Services["config"], "apiKeys"> },
  token: string,
): { name: string } | undefined {
  if (!token.startsWith("key_")) return undefined;
  const hash = Buffer.from(hashOf(token));
  // All of them are compared, whichever it is: the time tells nothing.
  let found: { name: string } | undefined;
  for (const key of config.apiKeys) {
    if (timingSafeEqual(hash, Buffer.from(key.hash))) found = { name: key.name };
  }
  return found;
}

/** The API key that an `Authorization` header brings, if it brings one of the operator's. */
export function apiKeyIn(
  services: Pick<Services, "config">,
  authorization: string | undefined,
): { name: string } | undefined {
  const token = /^Bearer +(key_\S{1,200})$/i.exec(authorization?.trim() ?? "")?.[1];
  return token === undefined ? undefined : findApiKey(services, token);
}
