import { meetingByCode } from "@/lib/server/http/forms";

export function GET(request: Request): Response {
  const headers = { Location: meetingByCode(request), "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
}
