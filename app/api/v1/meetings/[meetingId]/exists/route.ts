import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { ok } from "@/lib/server/http/responses";
import { meetingExists } from "@/lib/server/meetings/get-meeting";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ params, services, caller }) =>
    ok(await meetingExists(services, await caller(), meetingIdOf(params))),
  ),
});
