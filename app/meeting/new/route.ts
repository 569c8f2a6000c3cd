import { paths } from "@/lib/contract/paths";
import { endpoint } from "@/lib/server/http/endpoint";
import { newMeetingForm } from "@/lib/server/http/forms";
import { seeOther } from "@/lib/server/http/responses";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  // Somebody reloaded or bookmarked what only a form should open.
  GET: async () => seeOther(paths.home),
  POST: newMeetingForm,
});
