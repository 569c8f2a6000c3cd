// The two forms of the landing page that work without script. They answer with a redirect, also when
// they fail: `/?problem=<code>` is the landing page with a sentence.
import { findMeetingCode, normaliseMeetingCode } from "@/lib/contract/meeting-code";
import { paths } from "@/lib/contract/paths";
import type { ProblemCode } from "@/lib/contract/problem";
import { Failure } from "@/lib/server/failure";
import { createMeeting } from "@/lib/server/meetings/create-meeting";
import { type Services, services } from "@/lib/server/services";
import { requestIdOf } from "./handle";
import { keepOwner } from "./owner-cookie";
import { readCaller } from "./read-caller";
import { seeOther } from "./responses";

const homeWith = (query: Record<string, string>) =>
  `${paths.home}?${new URLSearchParams(query).toString()}`;

function codeOf(error: unknown, { log }: Services): ProblemCode {
  if (error instanceof Failure) return error.code;
  log.error({ err: error }, "a form failed in a way that nobody foresaw");
  return "internal-error";
}

/** Makes a meeting and sends the browser there. */
export async function newMeetingForm(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const shared = services();
  const own = { ...shared, log: shared.log.child({ request_id: requestId }) };
  const common = { "X-Request-Id": requestId, "Cache-Control": "no-store" };
  try {
    const caller = { ...(await readCaller(own, request.headers)), authorization: undefined };
    const { meeting, ownerSecret } = await createMeeting(own, caller, {});
    return seeOther(paths.meeting(meeting.meeting_id), {
      ...common,
      ...(await keepOwner(own, { ownerSecret })),
    });
  } catch (error) {
    return seeOther(homeWith({ problem: codeOf(error, own) }), common);
  }
}

/** Where `?code=…` leads: to the meeting whose code or link was typed, or home with what was typed. */
export function meetingByCode(request: Request): string {
  const typed = new URL(request.url).searchParams.get("code") ?? "";
  const code = findMeetingCode(typed);
  if (code !== undefined) return paths.meeting(code);
  return homeWith({ problem: "invalid-code", code: normaliseMeetingCode(typed).slice(0, 200) });
}
