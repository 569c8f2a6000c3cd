import { UpdateParticipantRequest } from "@/lib/contract/participant";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, identityOf, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { readRemoval } from "@/lib/server/http/read-removal";
import { noContent, ok } from "@/lib/server/http/responses";
import { removeParticipant } from "@/lib/server/meetings/remove-participant";
import { updateParticipant } from "@/lib/server/meetings/update-participant";

type Params = { meetingId: string; identity: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  PATCH: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const identity = identityOf(params);
    const change = await readJson(request, UpdateParticipantRequest);
    return ok(await updateParticipant(services, await caller(), id, identity, change));
  }),
  DELETE: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const identity = identityOf(params);
    const removal = readRemoval(request);
    await removeParticipant(services, await caller(), id, identity, removal);
    return noContent();
  }),
});
