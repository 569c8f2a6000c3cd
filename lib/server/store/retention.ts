import type { ExpressionBuilder } from "kysely";
import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { defaultSettings } from "@/lib/contract/settings";
import type { RetentionStore } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";
import type { Tables } from "./tables";

const Expired = z
  .object({ id: MeetingId, room_name: z.string() })
  .transform((row) => ({ id: row.id, roomName: row.room_name }));

type Where = ExpressionBuilder<Tables, "meetings">;

/** Nobody is inside, and everything that counts as a use is over since then. */
function isExpired(
  where: Where,
  { usedBefore, deletedBefore }: { usedBefore: string; deletedBefore: string },
) {
  const recentSession = where
    .selectFrom("sessions")
    .select("sessions.id")
    .whereRef("sessions.meeting_id", "=", "meetings.id")
    .where("sessions.started_at", "is not", null)
    .where((session) => {
      const end = session.fn.coalesce("sessions.ended_at", "sessions.found_ended_at");
      return session.or([session(end, "is", null), session(end, ">", usedBefore)]);
    });
  return where.and([
    where("meetings.purged_at", "is", null),
    where.or([
      where("meetings.deleted_at", "<=", deletedBefore),
      where.and([
        where("meetings.deleted_at", "is", null),
        where("meetings.last_used_at", "<=", usedBefore),
        where.or([
          where("meetings.scheduled_at", "is", null),
          where("meetings.scheduled_at", "<=", usedBefore),
        ]),
        where.not(where.exists(recentSession)),
      ]),
    ]),
  ]);
}

export function retentionStore({ db }: Database): RetentionStore {
  return {
    listExpired: ({ after, limit, ...when }) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("meetings")
          .select(["id", "room_name"])
          .where((where) => isExpired(where, when))
          .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
          .orderBy("id")
          .limit(limit)
          .execute();
        return rows.map((row) => Expired.parse(row));
      }),

    purge: (id, { at, ...when }) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          // Asked again under the row's lock: somebody may have come in since it was listed.
          const purged = await transaction
            .updateTable("meetings")
            .set((where) => ({
              purged_at: at,
              deleted_at: where.fn.coalesce("deleted_at", where.val(at)),
              room_open: 1,
              title: null,
              settings: JSON.stringify(defaultSettings),
              passcode_sealed: null,
              host_key_hash: "",
              scheduled_at: null,
              ended_at: null,
              ended_by: null,
              spotlight: null,
            }))
            .where("id", "=", id)
            .where((where) => isExpired(where, when))
            .returning("id")
            .executeTakeFirst();
          if (!purged) return false;
          await transaction
            .deleteFrom("attendance")
            .where("session_id", "in", (from) =>
              from.selectFrom("sessions").select("id").where("meeting_id", "=", id),
            )
            .execute();
          for (const table of [
            "sessions",
            "seats",
            "messages",
            "message_changes",
            "meeting_owners",
          ] as const) {
            await transaction.deleteFrom(table).where("meeting_id", "=", id).execute();
          }
          return true;
        }),
      ),
  };
}
