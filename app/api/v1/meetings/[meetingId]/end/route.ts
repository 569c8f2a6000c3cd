import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { noContent } from "@/lib/server/http/responses";
import { endMeeting } from "@/lib/server/meetings/end-meeting";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ params, services, caller }) => {
    await endMeeting(services, await caller(), meetingIdOf(params));
    return noContent();
  }),
});
