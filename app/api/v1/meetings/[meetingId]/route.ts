import { UpdateMeetingRequest } from "@/lib/contract/meeting";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readJson } from "@/lib/server/http/read-body";
import { noContent, ok } from "@/lib/server/http/responses";
import { deleteMeeting } from "@/lib/server/meetings/delete-meeting";
import { getHostedMeeting, updateMeeting } from "@/lib/server/meetings/update-meeting";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ params, services, caller }) =>
    ok(await getHostedMeeting(services, await caller(), meetingIdOf(params))),
  ),
  PATCH: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const change = await readJson(request, UpdateMeetingRequest);
    return ok(await updateMeeting(services, await caller(), id, change));
  }),
  DELETE: handle<Params>(async ({ params, services, caller }) => {
    await deleteMeeting(services, await caller(), meetingIdOf(params));
    return noContent();
  }),
});
