import { PostMessageRequest } from "@/lib/contract/message";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { readMessagesPage } from "@/lib/server/http/read-page";
import { createdOnce, ok } from "@/lib/server/http/responses";
import { listMessages, postMessage } from "@/lib/server/meetings/messages";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const page = readMessagesPage(request);
    return ok(await listMessages(services, await caller(), id, page));
  }),
  POST: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const input = await readJson(request, PostMessageRequest);
    const { message, isNew } = await postMessage(services, await caller(), id, input);
    return createdOnce(message, { isNew });
  }),
});
