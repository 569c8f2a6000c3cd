import { endpoint } from "@/lib/server/http/endpoint";
import { handle } from "@/lib/server/http/handle";
import { readText } from "@/lib/server/http/read-body";
import { ok } from "@/lib/server/http/responses";
import { receiveWebhook } from "@/lib/server/meetings/receive-webhook";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: handle(async ({ request, services }) => {
    const body = await readText(request, ["application/webhook+json", "application/json"]);
    await receiveWebhook(services, body, request.headers.get("authorization"));
    return ok({ received: true });
  }),
});
