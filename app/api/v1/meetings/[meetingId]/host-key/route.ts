import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { created } from "@/lib/server/http/responses";
import { renewHostKey } from "@/lib/server/meetings/become-host";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ params, services, caller }) =>
    created(await renewHostKey(services, await caller(), meetingIdOf(params))),
  ),
});
