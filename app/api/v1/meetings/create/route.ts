import { CreateMeetingRequest } from "@/lib/contract/meeting";
import { paths } from "@/lib/contract/paths";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle } from "@/lib/server/http/handle";
import { keepOwner } from "@/lib/server/http/owner-cookie";
import { readJson } from "@/lib/server/http/read-body";
import { created } from "@/lib/server/http/responses";
import { createMeeting } from "@/lib/server/meetings/create-meeting";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: handle(async ({ request, services, caller }) => {
    const input = await readJson(request, CreateMeetingRequest, { orEmpty: true });
    const { meeting, ownerSecret } = await createMeeting(
      services,
      await caller(),
      input,
      request.headers.get("idempotency-key") ?? undefined,
    );
    return created(meeting, {
      Location: paths.meeting(meeting.meeting_id),
      ...(await keepOwner(services, { ownerSecret })),
    });
  }),
});
