import { endpoint } from "@/lib/server/http/endpoint";
import { handle } from "@/lib/server/http/handle";
import { keepOwner } from "@/lib/server/http/owner-cookie";
import { readPage } from "@/lib/server/http/read-page";
import { ok } from "@/lib/server/http/responses";
import { listMeetings } from "@/lib/server/meetings/list-meetings";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: handle(async ({ request, services, caller: readCaller }) => {
    const page = readPage(request);
    const caller = await readCaller();
    const list = await listMeetings(services, caller, page);
    return ok(list, await keepOwner(services, caller));
  }),
});
