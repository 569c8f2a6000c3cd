import { MuteAllRequest } from "@/lib/contract/participant";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { noContent } from "@/lib/server/http/responses";
import { muteAll } from "@/lib/server/meetings/mute-all";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const input = await readJson(request, MuteAllRequest, { orEmpty: true });
    await muteAll(services, await caller(), id, input);
    return noContent();
  }),
});
