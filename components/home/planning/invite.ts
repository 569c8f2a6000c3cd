import { createTranslator } from "use-intl/core";
import en from "@/components/messages/generated/en-planning";
import type { Times } from "@/components/messages/use-times";
import { type InvitationFacts, invitationText } from "./invitation-text";

/** The invitation in the words of the page. */
export function inviteInWords(facts: InvitationFacts, times: Times): string {
  const t = createTranslator({ locale: "en", messages: en, namespace: "planning.invitation" });
  return invitationText(facts, times, {
    when: (said) => t("when", said),
    passcode: (said) => t("passcode", said),
  });
}

/** What the invitation to one's own meeting tells; the server is asked for the passcode, if there is one. */
export async function readInvitation(
  facts: Omit<InvitationFacts, "passcode">,
  hasPasscode: boolean,
): Promise<InvitationFacts> {
  if (!hasPasscode) return { ...facts, passcode: null };
  const { readHostedMeeting } = await import("@/lib/client/api");
  const { passcode } = await readHostedMeeting(facts.meetingId);
  return { ...facts, passcode };
}
