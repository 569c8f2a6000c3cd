import { DecideRequest } from "@/lib/contract/participant";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { ok } from "@/lib/server/http/responses";
import { decideAllKnocks, listKnocks } from "@/lib/server/meetings/knocks";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ params, services, caller }) =>
    ok(await listKnocks(services, await caller(), meetingIdOf(params))),
  ),
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const decision = await readJson(request, DecideRequest);
    return ok(await decideAllKnocks(services, await caller(), id, decision));
  }),
});
