import { endpoint } from "@/lib/server/http/endpoint";
import { handle, meetingIdOf } from "@/lib/server/http/handle";
import { readReportQuery, reportResponse } from "@/lib/server/http/report-response";
import { reportOn } from "@/lib/server/meetings/report";

type Params = { meetingId: string };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint<Params>({
  GET: handle<Params>(async ({ request, params, services, caller }) => {
    const id = meetingIdOf(params);
    const query = readReportQuery(request);
    return reportResponse(await reportOn(services, await caller(), id), query);
  }),
});
