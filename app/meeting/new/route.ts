import { paths } from "@/lib/contract/paths";
import { newMeetingForm } from "@/lib/server/http/forms";
import { seeOther } from "@/lib/server/http/responses";

export const POST = newMeetingForm;

/** Somebody reloaded or bookmarked what only a form should open. */
export function GET(): Response {
  return seeOther(paths.home);
}
