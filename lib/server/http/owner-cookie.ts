// The cookie that makes a browser the owner of the meetings it made. Its name carries the store's id:
// cookies ignore ports, and two copies of the app on one host must not overwrite each other's.
import type { Caller } from "@/lib/server/meetings/caller";
import type { Services } from "@/lib/server/services";

const maxAgeSeconds = 400 * 24 * 60 * 60;
const secretPattern = /^[\w-]{43}$/;

type Known = Pick<Services, "store" | "config">;

const isSecure = ({ config }: Known) => config.frontendUrl.startsWith("https:");

async function cookieName(services: Known): Promise<string> {
  const name = `meetings_owner_${await services.store.storeId()}`;
  return isSecure(services) ? `__Host-${name}` : name;
}

/** The owner's secret out of a `Cookie` header. Without such a cookie the store is not asked. */
export async function readOwnerCookie(
  services: Known,
  header: string | null,
): Promise<string | undefined> {
  if (!header?.includes("meetings_owner_")) return undefined;
  const name = await cookieName(services);
  for (const pair of header.split(";")) {
    const [key, value] = pair.split("=", 2);
    if (key?.trim() === name && value && secretPattern.test(value.trim())) return value.trim();
  }
  return undefined;
}

/** The `Set-Cookie` that gives the secret, or keeps it for another 400 days. */
async function ownerCookie(services: Known, secret: string): Promise<string> {
  const secure = isSecure(services) ? "; Secure" : "";
  const name = await cookieName(services);
  return `${name}=${secret}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The header that gives an owner's cookie, or lets it roll on; none for who has no such secret. */
export async function keepOwner(
  services: Known,
  { ownerSecret }: Pick<Caller, "ownerSecret">,
): Promise<Record<string, string>> {
  if (ownerSecret === undefined) return {};
  return { "Set-Cookie": await ownerCookie(services, ownerSecret) };
}
