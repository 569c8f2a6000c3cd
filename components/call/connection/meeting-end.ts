import type { CallEnd } from "@/components/call/entry";
import { MeetingState } from "@/lib/contract/meeting-state";

/** What our server says of the meeting in a Room's metadata; undefined where it has said nothing yet. */
export function parseMeetingState(metadata: string | undefined): MeetingState | undefined {
  if (!metadata) return undefined;
  try {
    return MeetingState.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}

/**
 * Whether a host ended the meeting for everyone since this person came in: `endedBefore` is what join
 * said then. An older end is that of another session.
 */
export function hasEndedSince(endedBefore: string | null, endedAt: string | null): boolean {
  if (endedAt === null) return false;
  return endedBefore === null || Date.parse(endedAt) > Date.parse(endedBefore);
}

/** The end that a Room's metadata tells of, if it does. */
export function endToldBy(
  metadata: string | undefined,
  endedBefore: string | null,
): CallEnd | undefined {
  const state = parseMeetingState(metadata);
  if (!state || !hasEndedSince(endedBefore, state.ended_at)) return undefined;
  return { reason: "ended-for-all", by: state.ended_by ?? undefined };
}
