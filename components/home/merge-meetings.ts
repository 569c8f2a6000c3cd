import type { RecentMeeting } from "@/lib/client/recent-meetings";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { paths } from "@/lib/contract/paths";

/** One meeting of this browser's, made or joined, as the list shows it. */
export interface ListedMeeting {
  meetingId: string;
  title: string | null;
  /** The link to share; a path where only this browser knows of the meeting. */
  url: string;
  /** Made here: may be changed and deleted. */
  isOwn: boolean;
  /** How many are inside; undefined where that is not known. */
  peopleInside: number | undefined;
  /** When it is meant to start, if that is still to come, or was a moment ago. */
  startsAt: string | undefined;
  /** The time it was given, over or not. */
  scheduledAt: string | undefined;
  /** The invitation has to give a passcode. */
  hasPasscode: boolean;
  /** When it was joined here, if it was. */
  joinedAt: string | undefined;
  createdAt: string | undefined;
}

/** What is known of a meeting by asking for it; "gone" when there is no such meeting any more. */
export type Known = ReadonlyMap<string, MeetingInfo | "gone">;

/** People come late: for so long a meeting keeps its place among those to come. */
const lateMs = 30 * 60_000;

function listed(
  info: MeetingInfo,
  isOwn: boolean,
  recent: RecentMeeting | undefined,
  now: number,
): ListedMeeting {
  const { scheduled_at } = info;
  const isToCome = scheduled_at !== null && Date.parse(scheduled_at) > now - lateMs;
  return {
    meetingId: info.meeting_id,
    title: info.title,
    url: info.meeting_url,
    isOwn,
    peopleInside: info.num_participants ?? undefined,
    startsAt: isToCome ? scheduled_at : undefined,
    scheduledAt: scheduled_at ?? undefined,
    hasPasscode: info.settings.has_passcode,
    joinedAt: recent?.joinedAt,
    createdAt: info.created_at,
  };
}

/**
 * The meetings made in this browser and those joined in it, each once. First those with people inside,
 * then those to come, the next one first, then the ones used last. `asked` is what was found out about
 * meetings since the page was made; it is newer than `mine`.
 */
export function mergeMeetings(
  mine: readonly MeetingInfo[],
  joined: readonly RecentMeeting[],
  asked: Known,
  now: number,
): ListedMeeting[] {
  const recents = new Map(joined.map((recent) => [recent.meetingId, recent]));
  const meetings: ListedMeeting[] = [];
  const own = new Set<string>();
  for (const info of mine) {
    own.add(info.meeting_id);
    const newer = asked.get(info.meeting_id) ?? info;
    if (newer !== "gone") meetings.push(listed(newer, true, recents.get(info.meeting_id), now));
  }
  for (const recent of joined) {
    const { meetingId, title, joinedAt } = recent;
    const info = asked.get(meetingId);
    if (own.has(meetingId) || info === "gone") continue;
    meetings.push(
      info
        ? listed(info, false, recent, now)
        : {
            meetingId,
            title,
            url: paths.meeting(meetingId),
            isOwn: false,
            peopleInside: undefined,
            startsAt: undefined,
            scheduledAt: undefined,
            hasPasscode: false,
            joinedAt,
            createdAt: undefined,
          },
    );
  }
  return meetings.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.startsAt !== undefined && b.startsAt !== undefined
        ? a.startsAt.localeCompare(b.startsAt)
        : lastUsed(b).localeCompare(lastUsed(a))) ||
      a.meetingId.localeCompare(b.meetingId),
  );
}

function rank({ peopleInside = 0, startsAt }: ListedMeeting): number {
  if (peopleInside > 0) return 0;
  return startsAt === undefined ? 2 : 1;
}

function lastUsed({ isOwn, joinedAt = "", createdAt = "" }: ListedMeeting): string {
  if (!isOwn) return joinedAt;
  return joinedAt > createdAt ? joinedAt : createdAt;
}
