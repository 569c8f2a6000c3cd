import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { MeetingId } from "@/lib/contract/meeting-id";
import { Role } from "@/lib/contract/participant";
import type { MediaEvent } from "@/lib/server/ports/media-server";
import type { Attendance, AttendanceStore, Session } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { highestRole } from "./highest-role";
import { reaching } from "./reach";
import type { Tables } from "./tables";

// Webhooks come twice, late, in any order, or never. So every event writes only what stays true whatever
// else is heard: the earliest join, the latest leave, the name of the latest event, the highest role. What a look at LiveKit
// found (`found_…`) is kept apart, counts only where no event says more, and is taken back when a later
// look finds otherwise.

type Person = { sid: string; identity: string; name: string; joinedAt: string };

/** LiveKit rounds joins down to the second, so what seems to be that much older than a look may be newer. */
const roundingMs = 1000;

const earliest = (table: "sessions", column: "started_at" | "ended_at") => sql<string | null>`case
  when ${sql.ref(`${table}.${column}`)} is null then ${sql.ref(`excluded.${column}`)}
  when ${sql.ref(`excluded.${column}`)} < ${sql.ref(`${table}.${column}`)} then ${sql.ref(`excluded.${column}`)}
  else ${sql.ref(`${table}.${column}`)} end`;

async function writeJoin(
  db: Kysely<Tables>,
  meetingId: MeetingId,
  sessionId: string,
  person: Person,
  heard: { at: string; left: boolean },
) {
  await db
    .insertInto("sessions")
    .values({
      id: sessionId,
      meeting_id: meetingId,
      started_at: person.joinedAt,
      ended_at: null,
      found_ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ started_at: earliest("sessions", "started_at") }),
    )
    .execute();
  await db
    .insertInto("attendance")
    .values({
      session_id: sessionId,
      participant_sid: person.sid,
      identity: person.identity,
      name: person.name,
      named_at: heard.at,
      joined_at: person.joinedAt,
      left_at: heard.left ? heard.at : null,
      found_left_at: null,
      role: (seat) =>
        seat.selectFrom("seats").select("role").where("identity", "=", person.identity),
    })
    .onConflict((conflict) =>
      conflict.columns(["session_id", "participant_sid"]).doUpdateSet({
        joined_at: sql`case when excluded.joined_at < attendance.joined_at then excluded.joined_at else attendance.joined_at end`,
        left_at: sql`case
          when excluded.left_at is null then attendance.left_at
          when attendance.left_at is null or excluded.left_at > attendance.left_at then excluded.left_at
          else attendance.left_at end`,
        // Two names in one second have no order; the greater one is at least the same whatever comes first.
        name: sql`case
          when excluded.named_at > attendance.named_at then excluded.name
          when excluded.named_at = attendance.named_at and excluded.name > attendance.name then excluded.name
          else attendance.name end`,
        role: highestRole(sql.ref("excluded.role")),
        named_at: sql`case when excluded.named_at > attendance.named_at then excluded.named_at else attendance.named_at end`,
      }),
    )
    .execute();
}

async function writeEnd(db: Kysely<Tables>, meetingId: MeetingId, sessionId: string, at: string) {
  await db
    .insertInto("sessions")
    .values({
      id: sessionId,
      meeting_id: meetingId,
      started_at: null,
      ended_at: at,
      found_ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ ended_at: earliest("sessions", "ended_at") }),
    )
    .execute();
}

async function writeEvent(db: Kysely<Tables>, meetingId: MeetingId, event: MediaEvent) {
  switch (event.kind) {
    case "track-published":
    case "room-started":
      // A room that nobody entered is no session yet.
      return;
    case "room-finished":
      await writeEnd(db, meetingId, event.room.sid, event.at);
      return;
    case "participant-joined":
    case "participant-left":
      await writeJoin(db, meetingId, event.room.sid, event.participant, {
        at: event.at,
        left: event.kind === "participant-left",
      });
      return;
    default:
      event satisfies never;
  }
}

export const isRunning = (where: ExpressionBuilder<Tables, "sessions">) =>
  where.and([
    where("started_at", "is not", null),
    where("ended_at", "is", null),
    where("found_ended_at", "is", null),
  ]);

const sessionColumns = ["id", "meeting_id", "started_at", "ended_at", "found_ended_at"] as const;

function toSession(row: Tables["sessions"]): Session[] {
  if (row.started_at === null) return [];
  const endedAt = row.ended_at ?? row.found_ended_at;
  return [
    {
      id: row.id,
      meetingId: MeetingId.parse(row.meeting_id),
      startedAt: row.started_at,
      endedAt: endedAt && notBefore(row.started_at, endedAt),
    },
  ];
}

/** Ends are known to the second, beginnings to the millisecond: a short stay must not end before it began. */
const notBefore = (start: string, end: string) => (end < start ? start : end);

export function attendanceStore({ db }: Database): AttendanceStore {
  return {
    record: (meetingId, event) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const isNew = await transaction
            .insertInto("webhook_events")
            .values({ id: event.id, at: event.at })
            .onConflict((conflict) => conflict.doNothing())
            .returning("id")
            .executeTakeFirst();
          if (!isNew) return "seen";
          await writeEvent(transaction, meetingId, event);
          return "recorded";
        }),
      ),

    reconcile: (meetingId, at, live) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const settledBefore = new Date(Date.parse(at) - roundingMs).toISOString();

          await transaction
            .updateTable("sessions")
            .set({ found_ended_at: at })
            .where("meeting_id", "=", meetingId)
            .where(isRunning)
            .where("started_at", "<=", settledBefore)
            .$if(live !== null, (query) => query.where("id", "!=", live?.sessionId ?? ""))
            .execute();
          if (live === null) return;

          const sids = live.participants.map((person) => person.sid);
          await transaction
            .updateTable("sessions")
            .set({ found_ended_at: null })
            .where("id", "=", live.sessionId)
            .where("found_ended_at", "is not", null)
            .execute();
          for (const person of live.participants) {
            await writeJoin(transaction, meetingId, live.sessionId, person, {
              at: person.joinedAt,
              left: false,
            });
          }
          const inSession = transaction
            .updateTable("attendance")
            .where("session_id", "=", live.sessionId)
            .where("left_at", "is", null);
          await inSession
            .set({ found_left_at: at })
            .where("found_left_at", "is", null)
            .where("joined_at", "<=", settledBefore)
            .$if(sids.length > 0, (query) => query.where("participant_sid", "not in", sids))
            .execute();
          if (sids.length > 0) {
            await inSession
              .set({ found_left_at: null })
              .where("found_left_at", "is not", null)
              .where("participant_sid", "in", sids)
              .execute();
          }
        }),
      ),

    runningSession: (meetingId) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("sessions")
          .select(sessionColumns)
          .where("meeting_id", "=", meetingId)
          .where(isRunning)
          .orderBy("started_at", "desc")
          .limit(1)
          .execute();
        return rows.flatMap(toSession)[0];
      }),

    wasStarted: (meetingId) =>
      reaching(async () => {
        const row = await db
          .selectFrom("sessions")
          .select("id")
          .where("meeting_id", "=", meetingId)
          .where("started_at", "is not", null)
          .limit(1)
          .executeTakeFirst();
        return row !== undefined;
      }),

    listSessions: (meetingId) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("sessions")
          .select(sessionColumns)
          .where("meeting_id", "=", meetingId)
          .where("started_at", "is not", null)
          .orderBy("started_at")
          .orderBy("id")
          .execute();
        return rows.flatMap(toSession);
      }),

    listAttendance: (sessionId) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("attendance")
          .leftJoin("sessions", "sessions.id", "attendance.session_id")
          .select([
            "attendance.participant_sid",
            "attendance.identity",
            "attendance.name",
            "attendance.role",
            "attendance.joined_at",
            "attendance.left_at",
            "attendance.found_left_at",
            "sessions.ended_at",
            "sessions.found_ended_at",
          ])
          .where("attendance.session_id", "=", sessionId)
          .orderBy("attendance.joined_at")
          .orderBy("attendance.participant_sid")
          .execute();
        return rows.map((row): Attendance => {
          const leftAt = row.left_at ?? row.found_left_at ?? row.ended_at ?? row.found_ended_at;
          return {
            sessionId,
            participantSid: row.participant_sid,
            identity: row.identity,
            name: row.name,
            role: Role.nullable().parse(row.role),
            joinedAt: row.joined_at,
            leftAt: leftAt && notBefore(row.joined_at, leftAt),
          };
        });
      }),

    listRunning: ({ after, limit }) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("sessions")
          .select("meeting_id")
          .distinct()
          .where(isRunning)
          .where("meeting_id", ">", after ?? "")
          .orderBy("meeting_id")
          .limit(limit)
          .execute();
        return rows.map((row) => MeetingId.parse(row.meeting_id));
      }),

    forgetEventsBefore: (at) =>
      reaching(async () => {
        await db.deleteFrom("webhook_events").where("at", "<", at).execute();
      }),
  };
}
