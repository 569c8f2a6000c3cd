import { createMeeting, readHostedMeeting } from "@/lib/client/api";
import type { CreatedMeeting } from "@/lib/contract/meeting";

/**
 * Makes a new meeting with the title, settings and passcode of another one, and without its time. That a
 * meeting is locked just now is not taken over: nobody could come into the new one.
 */
export async function duplicateMeeting(meetingId: string): Promise<CreatedMeeting> {
  const { title, settings, passcode } = await readHostedMeeting(meetingId);
  const { has_passcode: _, ...switches } = settings;
  return await createMeeting({
    ...(title === null ? {} : { title }),
    settings: { ...switches, locked: false, ...(passcode === null ? {} : { passcode }) },
  });
}
