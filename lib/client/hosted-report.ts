// The report of a meeting, asked for as whoever this browser is in it.
import type { ReportFile } from "@/lib/contract/paths";
import type { MeetingReport } from "@/lib/contract/report";
import { downloadReport, readReport } from "./api";
import { ApiProblem } from "./api-error";
import { seatOf } from "./seats";

/** Whether the server says that this is not for whoever asks. */
export function isNotAllowed(error: unknown): boolean {
  return error instanceof ApiProblem && [401, 403].includes(error.problem.status);
}

/**
 * With the seat of this browser, which may be a cohost's; where that is none, or no host's, with the
 * cookie alone, which may be the owner's. Throws what the last try throws.
 */
async function asWhoeverMay<T>(
  meetingId: string,
  ask: (as: { seatToken?: string }) => Promise<T>,
): Promise<T> {
  const seat = seatOf(meetingId);
  if (!seat) return await ask({});
  try {
    return await ask({ seatToken: seat.token });
  } catch (error) {
    if (isNotAllowed(error)) return await ask({});
    throw error;
  }
}

/** The report of a meeting that this browser is a host or cohost of. */
export function readHostedReport(meetingId: string): Promise<MeetingReport> {
  return asWhoeverMay(meetingId, (as) => readReport(meetingId, as));
}

/** The same as a file. */
export function downloadHostedReport(meetingId: string, file: ReportFile): Promise<Blob> {
  return asWhoeverMay(meetingId, (as) => downloadReport(meetingId, file, as));
}
