// What a meeting is, apart from what is going on in it.
import type { MeetingState } from "@/lib/contract/meeting-state";
import { paths } from "@/lib/contract/paths";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";

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
  return {
    meeting_id: meeting.id,
    title: meeting.title,
    settings: meeting.settings,
    spotlight: meeting.spotlight,
    revision: meeting.revision,
    ended_at: meeting.endedAt,
    ended_by: meeting.endedBy,
  };
}

export function hostUrl(
  services: Pick<Services, "config">,
  meeting: StoredMeeting,
  hostKey: string,
): string {
  return `${meetingUrl(services, meeting)}#host=${hostKey}`;
}
