import { calendarResponse } from "@/lib/server/http/calendar-response";
import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { calendarEntryOf } from "@/lib/server/meetings/calendar-entry";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ params, services, caller }) =>
    calendarResponse(await calendarEntryOf(services, await caller(), meetingIdOf(params))),
  ),
});
