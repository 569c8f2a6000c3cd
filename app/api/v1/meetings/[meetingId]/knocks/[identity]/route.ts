import { DecideRequest } from "@/lib/contract/participant";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, identityOf, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { noContent, ok } from "@/lib/server/http/responses";
import { decideKnock, leaveLobby } from "@/lib/server/meetings/knocks";

type Params = { meetingId: string; identity: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const identity = identityOf(params);
    const decision = await readJson(request, DecideRequest);
    return ok(await decideKnock(services, await caller(), id, identity, decision));
  }),
  DELETE: handle<Params>(async ({ params, services, caller }) => {
    await leaveLobby(services, await caller(), meetingIdOf(params), identityOf(params));
    return noContent();
  }),
});
