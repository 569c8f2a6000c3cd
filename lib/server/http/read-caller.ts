import type { Caller } from "@/lib/server/meetings/caller";
import type { Services } from "@/lib/server/services";
import { clientAddress } from "./client-address";
import { readOwnerCookie } from "./owner-cookie";
import { requestOrigin } from "./request-origin";

/** Takes from the headers what says who is calling. Nothing of it is looked up yet. */
export async function readCaller(services: Services, headers: Headers): Promise<Caller> {
  return {
    authorization: headers.get("authorization") ?? undefined,
    ownerSecret: await readOwnerCookie(services, headers.get("cookie")),
    origin: requestOrigin(headers, services),
    address: clientAddress(headers, services.config.onVercel),
  };
}
