import { BecomeHostRequest } from "@/lib/contract/meeting";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { keepOwner } from "@/lib/server/http/owner-cookie";
import { readJson } from "@/lib/server/http/read-body";
import { ok } from "@/lib/server/http/responses";
import { becomeHost } from "@/lib/server/meetings/become-host";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const input = await readJson(request, BecomeHostRequest);
    const { meeting, ownerSecret } = await becomeHost(services, await caller(), id, input);
    return ok(meeting, await keepOwner(services, { ownerSecret }));
  }),
});
