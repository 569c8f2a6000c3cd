import { endpoint } from "@/lib/server/http/endpoint";
import { meetingByCode } from "@/lib/server/http/forms";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: async (request) => {
    const headers = { Location: meetingByCode(request), "Cache-Control": "no-store" };
    return new Response(null, { status: 307, headers });
  },
});
