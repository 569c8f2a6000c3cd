import { EditMessageRequest } from "@/lib/contract/message";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf, messageIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { readDeletion } from "@/lib/server/http/read-deletion";
import { noContent, ok } from "@/lib/server/http/responses";
import { deleteMessage, editMessage } from "@/lib/server/meetings/messages";

type Params = { meetingId: string; messageId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  PATCH: handle<Params>(async ({ request, params, services, caller }) => {
    const [id, messageId] = [meetingIdOf(params), messageIdOf(params)];
    const input = await readJson(request, EditMessageRequest);
    return ok(await editMessage(services, await caller(), id, messageId, input));
  }),
  DELETE: handle<Params>(async ({ request, params, services, caller }) => {
    const [id, messageId] = [meetingIdOf(params), messageIdOf(params)];
    const input = readDeletion(request);
    await deleteMessage(services, await caller(), id, messageId, input);
    return noContent();
  }),
});
