// A stored meeting as answers show it.
import type { MeetingInfo } from "@/lib/contract/meeting";
import type { MeetingState } from "@/lib/contract/meeting-state";
import { paths } from "@/lib/contract/paths";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { reconcileSoon } from "./reconcile";

export function meetingUrl({ config }: Pick<Services, "config">, meeting: StoredMeeting): string {
  return `${config.frontendUrl}${paths.meeting(meeting.id)}`;
}

export function aboutMeeting(services: Pick<Services, "config">, meeting: StoredMeeting) {
  return {
    meeting_id: meeting.id,
    room_name: meeting.roomName,
    meeting_url: meetingUrl(services, meeting),
    title: meeting.title,
    created_at: meeting.createdAt,
    scheduled_at: meeting.scheduledAt,
    settings: meeting.settings,
  };
}

/** What everybody inside is told of the meeting. */
export function stateOf(meeting: StoredMeeting): MeetingState {
  return { meeting_id: meeting.id, title: meeting.title, settings: meeting.settings };
}

/** The meetings as anybody may know them. LiveKit is asked once for all of them. */
export async function describeMeetings(
  services: Services,
  meetings: readonly StoredMeeting[],
): Promise<MeetingInfo[]> {
  if (meetings.length === 0) return [];
  const counts = await services.counts.of(meetings.map(({ roomName }) => roomName));
  return await Promise.all(
    meetings.map((meeting) => describe(services, meeting, counts.get(meeting.roomName) ?? null)),
  );
}

/** One meeting as anybody may know it. */
export async function describeMeeting(
  services: Services,
  meeting: StoredMeeting,
): Promise<MeetingInfo> {
  const counts = await services.counts.of([meeting.roomName]);
  return await describe(services, meeting, counts.get(meeting.roomName) ?? null);
}

async function describe(
  services: Services,
  meeting: StoredMeeting,
  inside: number | null,
): Promise<MeetingInfo> {
  const session = await services.store.attendance.runningSession(meeting.id);
  const isActive = inside === null ? session !== undefined : inside > 0;
  if (inside !== null && isActive !== (session !== undefined)) {
    reconcileSoon(services, meeting);
  }
  return {
    ...aboutMeeting(services, meeting),
    status: isActive ? "active" : (await isStillAhead(services, meeting)) ? "scheduled" : "idle",
    started_at: isActive ? (session?.startedAt ?? null) : null,
    num_participants: inside,
  };
}

async function isStillAhead(services: Services, meeting: StoredMeeting): Promise<boolean> {
  if (meeting.scheduledAt === null) return false;
  if (Date.parse(meeting.scheduledAt) <= services.clock.now().getTime()) return false;
  return !(await services.store.attendance.wasStarted(meeting.id));
}
