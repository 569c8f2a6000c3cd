import type { Times } from "@/components/messages/use-times";
import { sayMoment, sayZone } from "@/lib/client/say-when";

/** What an invitation tells. */
export interface InvitationFacts {
  meetingId: string;
  title: string | null;
  /** ISO 8601, or null for a link that is good at any time. */
  startsAt: string | null;
  url: string;
  passcode: string | null;
}

/** The words around the facts. */
interface InvitationWords {
  when: (said: { moment: string; zone: string; offset: string }) => string;
  passcode: (said: { passcode: string }) => string;
}

/** An invitation to paste into a message: title, when with the time zone, link, passcode; a line each. */
export function invitationText(
  { title, startsAt, url, passcode }: InvitationFacts,
  { timeZone, locale }: Times,
  words: InvitationWords,
): string {
  const lines: (string | undefined)[] = [title ?? undefined];
  if (startsAt !== null) {
    const at = new Date(startsAt);
    const { name, offset } = sayZone(at, timeZone, locale);
    lines.push(words.when({ moment: sayMoment(at, timeZone, locale), zone: name, offset }));
  }
  lines.push(url, passcode === null ? undefined : words.passcode({ passcode }));
  return lines.filter((line) => line !== undefined).join("\n");
}
