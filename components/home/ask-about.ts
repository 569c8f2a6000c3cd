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
  const [{ readMeetingInfo }, { ApiProblem }] = await Promise.all([
    import("@/lib/client/api"),
    import("@/lib/client/api-error"),
  ]);
  await Promise.all(
    meetingIds.map(async (meetingId) => {
      try {
        answers.set(meetingId, await readMeetingInfo(meetingId));
      } catch (error) {
        const code = error instanceof ApiProblem ? error.problem.code : undefined;
        if (code === "meeting-deleted" || code === "meeting-not-found")
          answers.set(meetingId, "gone");
      }
    }),
  );
  return answers;
}
