import { endpoint } from "@/lib/server/http/endpoint";
import { handle } from "@/lib/server/http/handle";
import { health } from "@/lib/server/http/responses";
import { checkReadiness } from "@/lib/server/meetings/check-health";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: handle(async ({ services }) => health(await checkReadiness(services))),
});
