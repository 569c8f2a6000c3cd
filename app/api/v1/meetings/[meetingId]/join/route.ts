import { JoinRequest } from "@/lib/contract/join";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { joined } from "@/lib/server/http/responses";
import { joinMeeting } from "@/lib/server/meetings/join-meeting";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const input = await readJson(request, JoinRequest);
    return joined(await joinMeeting(services, await caller(), id, input));
  }),
});
