import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { PublishKind, Role } from "@/lib/contract/participant";
import type { SeatEdit, SeatStore, StoredSeat } from "@/lib/server/ports/store";
import { isRunning } from "./attendance";
import type { Database } from "./database";
import { highestRole } from "./highest-role";
import { reaching } from "./reach";
import type { Tables } from "./tables";
import { withoutUndefined } from "./without-undefined";

const columns = [
  "identity",
  "meeting_id",
  "token_hash",
  "name",
  "role",
  "allow",
  "created_at",
  "last_used_at",
  "removed_at",
  "removed_by",
  "status",
  "waiting_since",
  "asked_at",
  "denied_at",
  "place_until",
  "entered_at",
  "hand_raised_at",
  "owner_hash",
  "host_key_hash",
] as const;

const Allow = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.partialRecord(PublishKind, z.boolean()));

const Row = z
  .object({
    identity: z.string(),
    meeting_id: MeetingId,
    token_hash: z.string(),
    name: z.string(),
    role: Role,
    allow: Allow,
    created_at: z.string(),
    last_used_at: z.string(),
    removed_at: z.string().nullable(),
    removed_by: z.string().nullable(),
    status: z.enum(["in", "waiting", "denied"]),
    waiting_since: z.string().nullable(),
    asked_at: z.string().nullable(),
    denied_at: z.string().nullable(),
    place_until: z.string().nullable(),
    entered_at: z.string().nullable(),
    hand_raised_at: z.string().nullable(),
    owner_hash: z.string().nullable(),
    host_key_hash: z.string().nullable(),
  })
  .transform(
    (row): StoredSeat => ({
      identity: row.identity,
      meetingId: row.meeting_id,
      tokenHash: row.token_hash,
      name: row.name,
      role: row.role,
      allow: row.allow,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      removedAt: row.removed_at,
      removedBy: row.removed_by,
      status: row.status,
      waitingSince: row.waiting_since,
      askedAt: row.asked_at,
      deniedAt: row.denied_at,
      placeUntil: row.place_until,
      enteredAt: row.entered_at,
      handRaisedAt: row.hand_raised_at,
      ownerHash: row.owner_hash,
      hostKeyHash: row.host_key_hash,
    }),
  );

const columnsOf = ({ allow, ...edit }: SeatEdit) =>
  withoutUndefined({
    name: edit.name,
    allow: allow && JSON.stringify(allow),
    last_used_at: edit.lastUsedAt,
    removed_at: edit.removedAt,
    removed_by: edit.removedBy,
    status: edit.status,
    waiting_since: edit.waitingSince,
    asked_at: edit.askedAt,
    denied_at: edit.deniedAt,
    place_until: edit.placeUntil,
    entered_at: edit.enteredAt,
    hand_raised_at: edit.handRaisedAt,
    owner_hash: edit.ownerHash,
    host_key_hash: edit.hostKeyHash,
  });

export function seatStore({ db, locksRows }: Database): SeatStore {
  const findBy = (column: "token_hash" | "identity", value: string) =>
    reaching(async () => {
      const row = await db
        .selectFrom("seats")
        .select(columns)
        .where(column, "=", value)
        .executeTakeFirst();
      return row && Row.parse(row);
    });

  /** What is decided by counting a meeting's seats is decided by one at a time. */
  async function lockMeeting(transaction: Kysely<Tables>, meetingId: string): Promise<void> {
    await transaction
      .selectFrom("meetings")
      .select("id")
      .where("id", "=", meetingId)
      .$if(locksRows, (query) => query.forUpdate())
      .execute();
  }

  return {
    insert: (seat) =>
      reaching(async () => {
        await db
          .insertInto("seats")
          .values({
            identity: seat.identity,
            meeting_id: seat.meetingId,
            token_hash: seat.tokenHash,
            name: seat.name,
            role: seat.role,
            created_at: seat.createdAt,
            last_used_at: seat.lastUsedAt,
            status: seat.status ?? "in",
            waiting_since: seat.waitingSince ?? null,
            asked_at: seat.askedAt ?? null,
            hand_raised_at: seat.handRaisedAt ?? null,
            owner_hash: seat.ownerHash ?? null,
            host_key_hash: seat.hostKeyHash ?? null,
          })
          // Identity and token are random: the same ones are this insert, run again.
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),

    discard: (identity) =>
      reaching(async () => {
        await db.deleteFrom("seats").where("identity", "=", identity).execute();
      }),

    findByTokenHash: (tokenHash) => findBy("token_hash", tokenHash),
    findByIdentity: (identity) => findBy("identity", identity),

    findAll: (meetingId, identities) =>
      reaching(async () => {
        if (identities.length === 0) return [];
        const rows = await db
          .selectFrom("seats")
          .select(columns)
          .where("meeting_id", "=", meetingId)
          .where("identity", "in", identities)
          .execute();
        return rows.map((row) => Row.parse(row));
      }),

    edit: (identity, change, only) =>
      reaching(async () => {
        const set = columnsOf(change);
        if (Object.keys(set).length === 0) return true;
        const edited = await db
          .updateTable("seats")
          .set(set)
          .where("identity", "=", identity)
          .$if(only !== undefined, (query) =>
            query.where("status", "=", only?.while ?? "").where("removed_at", "is", null),
          )
          .returning("identity")
          .executeTakeFirst();
        return edited !== undefined;
      }),

    lowerHands: (meetingId) =>
      reaching(async () => {
        await db
          .updateTable("seats")
          .set({ hand_raised_at: null })
          .where("meeting_id", "=", meetingId)
          .where("hand_raised_at", "is not", null)
          .execute();
      }),

    discardNotIn: (meetingId) =>
      reaching(async () => {
        await db
          .deleteFrom("seats")
          .where("meeting_id", "=", meetingId)
          .where("status", "!=", "in")
          .where("removed_at", "is", null)
          .execute();
      }),

    setRole: (identity, role, usedSince) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const seat = await transaction
            .selectFrom("seats")
            .select(["meeting_id", "role"])
            .where("identity", "=", identity)
            .executeTakeFirst();
          if (!seat) return "set";
          if (role !== "host") {
            await lockMeeting(transaction, seat.meeting_id);
            const others = await transaction
              .selectFrom("seats")
              .select("identity")
              .where("meeting_id", "=", seat.meeting_id)
              .where("identity", "!=", identity)
              .where("role", "=", "host")
              .where("removed_at", "is", null)
              .where("last_used_at", ">=", usedSince)
              .limit(1)
              .execute();
            // Asked again under the lock: two hosts may be giving up the role at once.
            const now = await transaction
              .selectFrom("seats")
              .select("role")
              .where("identity", "=", identity)
              .executeTakeFirst();
            if (now?.role === "host" && others.length === 0) return "last-host";
          }
          await transaction
            .updateTable("seats")
            .set({ role })
            .where("identity", "=", identity)
            .execute();
          await transaction
            .updateTable("attendance")
            .set({ role: highestRole(sql.val(role)) })
            .where("identity", "=", identity)
            .where("left_at", "is", null)
            .where("found_left_at", "is", null)
            .where("session_id", "in", (session) =>
              session
                .selectFrom("sessions")
                .select("id")
                .where("meeting_id", "=", seat.meeting_id)
                .where(isRunning),
            )
            .execute();
          return "set";
        }),
      ),

    listWaiting: (meetingId, askedSince) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("seats")
          .select(columns)
          .where("meeting_id", "=", meetingId)
          .where("status", "=", "waiting")
          .where("removed_at", "is", null)
          .where("asked_at", ">=", askedSince)
          .orderBy("waiting_since")
          .orderBy("identity")
          .execute();
        return rows.map((row) => Row.parse(row));
      }),

    decide: (identity, decision, at) =>
      reaching(async () => {
        const decided = await db
          .updateTable("seats")
          .set(
            decision === "admit"
              ? { status: "in", last_used_at: at }
              : { status: "denied", denied_at: at },
          )
          .where("identity", "=", identity)
          .where("status", "=", "waiting")
          .returning("identity")
          .executeTakeFirst();
        return decided !== undefined;
      }),

    takePlace: ({ meetingId, identity }, { inside, most, now, until }) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          await lockMeeting(transaction, meetingId);
          const others = inside.filter((each) => each !== identity);
          const isElsewhere = (where: ExpressionBuilder<Tables, "seats">) =>
            others.length === 0 ? where.lit(true) : where("identity", "not in", others);
          const { kept } = await transaction
            .selectFrom("seats")
            .select(sql<number | string>`count(*)`.as("kept"))
            .where("meeting_id", "=", meetingId)
            .where("place_until", ">", now)
            .where("identity", "!=", identity)
            .where(isElsewhere)
            .executeTakeFirstOrThrow();
          // PostgreSQL counts in big integers, which its driver gives as text.
          if (others.length + Number(kept) >= most) return false;
          await transaction
            .updateTable("seats")
            .set({ place_until: until })
            .where("identity", "=", identity)
            .execute();
          return true;
        }),
      ),

    listMeetingsWithRemovals: (since, limit) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("seats")
          .select("meeting_id")
          .where("removed_at", ">=", since)
          .groupBy("meeting_id")
          .orderBy((order) => order.fn.max("removed_at"), "desc")
          .limit(limit)
          .execute();
        return rows.map((row) => MeetingId.parse(row.meeting_id));
      }),
  };
}
