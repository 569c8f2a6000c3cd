import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { noContent } from "@/lib/server/http/responses";
import { lowerHands } from "@/lib/server/meetings/lower-hands";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  POST: handle<Params>(async ({ params, services, caller }) => {
    await lowerHands(services, await caller(), meetingIdOf(params));
    return noContent();
  }),
});
