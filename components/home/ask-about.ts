import type { MeetingInfo } from "@/lib/contract/meeting";

/**
 * Asks the server about meetings, each by itself. Those that are gone for good are named so; those that
 * got no answer are left out. The schemas come only with the first question.
 */
export async function askAbout(
  meetingIds: readonly string[],
): Promise<Map<string, MeetingInfo | "gone">> {
  const answers = new Map<string, MeetingInfo | "gone">();
  if (meetingIds.length === 0) return answers;
  const { meetingExists, readMeetingInfo } = await import("@/lib/client/api");
  await Promise.allSettled(
    meetingIds.map(async (meetingId) => {
      // First whether it is there: that answers 200 either way, and the browser's console stays quiet.
      const { exists } = await meetingExists(meetingId);
      answers.set(meetingId, exists ? await readMeetingInfo(meetingId) : "gone");
    }),
  );
  return answers;
}
