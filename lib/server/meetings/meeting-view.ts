// A stored meeting as answers show it.
import type { HostedMeeting, MeetingInfo } from "@/lib/contract/meeting";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { aboutMeeting } from "./about-meeting";
import { reconcileSoon } from "./reconcile";
import { unseal } from "./sealing";

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
    ended_at: meeting.endedAt,
  };
}

/** One meeting as its hosts and cohosts know it. A passcode that cannot be read any more is `null`. */
export async function describeForHosts(
  services: Services,
  meeting: StoredMeeting,
): Promise<HostedMeeting> {
  const { passcodeSealed } = meeting;
  const passcode =
    passcodeSealed === null ? undefined : unseal(services.config.passcodeKey, passcodeSealed);
  return {
    ...(await describeMeeting(services, meeting)),
    passcode: passcode ?? null,
    spotlight: meeting.spotlight,
  };
}

async function isStillAhead(services: Services, meeting: StoredMeeting): Promise<boolean> {
  if (meeting.scheduledAt === null) return false;
  if (Date.parse(meeting.scheduledAt) <= services.clock.now().getTime()) return false;
  return !(await services.store.attendance.wasStarted(meeting.id));
}
