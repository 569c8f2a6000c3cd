import type { MeetingId } from "@/lib/contract/meeting-id";
import type { Message } from "@/lib/contract/message";
import type { Role } from "@/lib/contract/participant";
import type { MeetingReport } from "@/lib/contract/report";
import type { Attendance, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { describeMessage } from "./messages";
import { keptUntil } from "./retention";
import { joinSessions, joinStays, type Sitting, secondsOf } from "./sessions";

type ReportSession = MeetingReport["sessions"][number];

const messagesAtOnce = 200;
/** The highest first. */
const roles = ["host", "cohost", "participant"] as const satisfies Role[];

/** What happened in a meeting, for its hosts and cohosts. Private messages are not part of it. */
export async function reportOn(
  services: Services,
  caller: Caller,
  id: MeetingId,
): Promise<MeetingReport> {
  const meeting = await findMeeting(services, caller.address, id);
  await requireModerator(services, caller, meeting, { reads: true });
  const now = services.clock.now().toISOString();
  const sessions = await services.store.attendance.listSessions(id);
  const sittings: { sitting: Sitting; attendance: Attendance[] }[] = [];
  for (const sitting of joinSessions(sessions)) {
    const attendance: Attendance[] = [];
    for (const sessionId of sitting.sessionIds) {
      attendance.push(...(await services.store.attendance.listAttendance(sessionId)));
    }
    sittings.push({ sitting, attendance });
  }
  const identities = sittings.flatMap(({ attendance }) => attendance.map((one) => one.identity));
  const seats = await services.store.seats.findAll(id, [...new Set(identities)]);
  const seatOf = new Map(seats.map((seat) => [seat.identity, seat]));
  return {
    meeting_id: id,
    title: meeting.title,
    created_at: meeting.createdAt,
    scheduled_at: meeting.scheduledAt,
    generated_at: now,
    kept_until: keptUntil(services, meeting, sessions),
    sessions: sittings.map(({ sitting, attendance }) => ({
      started_at: sitting.from,
      ended_at: sitting.to,
      total_seconds: secondsOf([sitting], now),
      attendance: attendees(attendance, seatOf, now),
    })),
    messages: await publicMessages(services, id),
  };
}

/** One entry a person, who came first comes first. */
function attendees(
  attendance: readonly Attendance[],
  seatOf: ReadonlyMap<string, StoredSeat>,
  now: string,
): ReportSession["attendance"] {
  const byPerson = new Map<string, Attendance[]>();
  for (const one of attendance) {
    byPerson.set(one.identity, [...(byPerson.get(one.identity) ?? []), one]);
  }
  const people = [...byPerson].map(([identity, connections]) => {
    const stays = joinStays(connections);
    const latest = connections.reduce((one, other) =>
      other.joinedAt > one.joinedAt ? other : one,
    );
    return {
      identity,
      name: latest.name,
      role: highestOf(connections) ?? seatOf.get(identity)?.role ?? "participant",
      joined_at: stays[0]?.from ?? latest.joinedAt,
      left_at: stays.at(-1)?.to ?? null,
      total_seconds: secondsOf(stays, now),
      stays: stays.map(({ from, to }) => ({ joined_at: from, left_at: to })),
    };
  });
  return people.sort((a, b) => a.joined_at.localeCompare(b.joined_at));
}

function highestOf(connections: readonly Attendance[]): Role | undefined {
  return roles.find((role) => connections.some((one) => one.role === role));
}

/** What everybody could read, in the order it was sent. */
async function publicMessages(services: Services, id: MeetingId): Promise<Message[]> {
  const found: Message[] = [];
  let cursor: string | undefined;
  for (let hasMore = true; hasMore; ) {
    const page = await services.store.messages.list(id, null, {
      limit: messagesAtOnce,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.messages.map(describeMessage));
    cursor = page.next;
    hasMore = page.hasMore;
  }
  // Whoever edits meanwhile brings a message a second time: its last state counts.
  const byId = new Map(found.map((message) => [message.message_id, message]));
  return [...byId.values()].sort((a, b) => a.sent_at.localeCompare(b.sent_at));
}
