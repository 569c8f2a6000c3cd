import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { defaultSettings, Settings } from "@/lib/contract/settings";
import { Failure } from "@/lib/server/failure";
import type { MeetingEdit, MeetingStore, StoredMeeting } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";
import { withoutUndefined } from "./without-undefined";

const columns = [
  "id",
  "room_name",
  "title",
  "settings",
  "passcode_sealed",
  "host_key_hash",
  "created_at",
  "scheduled_at",
  "last_used_at",
  "deleted_at",
  "revision",
  "ended_at",
  "ended_by",
  "spotlight",
] as const;

/** Rows may be older than a setting, or newer than this server: what lacks has its default, what is unknown is left. */
const StoredSettings = z
  .object({ ...Settings.shape, allow: z.object(Settings.shape.allow.shape).partial() })
  .partial()
  .transform((stored) => ({
    ...defaultSettings,
    ...stored,
    allow: { ...defaultSettings.allow, ...stored.allow },
  }))
  .pipe(Settings);

const Row = z
  .object({
    id: MeetingId,
    room_name: z.string(),
    title: z.string().nullable(),
    settings: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(StoredSettings),
    passcode_sealed: z.string().nullable(),
    host_key_hash: z.string(),
    created_at: z.string(),
    scheduled_at: z.string().nullable(),
    last_used_at: z.string(),
    deleted_at: z.string().nullable(),
    revision: z.int(),
    ended_at: z.string().nullable(),
    ended_by: z.string().nullable(),
    spotlight: z.string().nullable(),
  })
  .transform(
    (row): StoredMeeting => ({
      id: row.id,
      roomName: row.room_name,
      title: row.title,
      settings: row.settings,
      passcodeSealed: row.passcode_sealed,
      hostKeyHash: row.host_key_hash,
      createdAt: row.created_at,
      scheduledAt: row.scheduled_at,
      lastUsedAt: row.last_used_at,
      deletedAt: row.deleted_at,
      revision: row.revision,
      endedAt: row.ended_at,
      endedBy: row.ended_by,
      spotlight: row.spotlight,
    }),
  );

const Cursor = z.tuple([z.iso.datetime(), MeetingId]);

const writeCursor = (meeting: StoredMeeting) =>
  Buffer.from(JSON.stringify([meeting.createdAt, meeting.id])).toString("base64url");

function readCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new Failure("invalid-request", {
      errors: [{ pointer: "/cursor", detail: "A cursor is what an earlier answer gave." }],
    });
  }
}

/** An edit as columns; of what is left out nothing is written. */
const columnsOf = ({ settings, ...edit }: MeetingEdit) =>
  withoutUndefined({
    title: edit.title,
    settings: settings && JSON.stringify(settings),
    passcode_sealed: edit.passcodeSealed,
    scheduled_at: edit.scheduledAt,
    room_name: edit.roomName,
    host_key_hash: edit.hostKeyHash,
    ended_at: edit.endedAt,
    ended_by: edit.endedBy,
    spotlight: edit.spotlight,
    room_open: edit.closesRoom && 1,
  });

export function meetingStore({ db, durably, locksRows }: Database): MeetingStore {
  const findBy = (column: "id" | "host_key_hash", value: string) =>
    reaching(async () => {
      const row = await db
        .selectFrom("meetings")
        .select(columns)
        .where(column, "=", value)
        .executeTakeFirst();
      return row && Row.parse(row);
    });

  /** The meetings of an owner: what a host key gave ends with that key. */
  const owned = (ownerHash: string) =>
    db
      .selectFrom("meeting_owners")
      .innerJoin("meetings", "meetings.id", "meeting_owners.meeting_id")
      .select("meeting_owners.meeting_id")
      .where("owner_hash", "=", ownerHash)
      .where((where) =>
        where.or([
          where("by_host_key", "is", null),
          where("by_host_key", "=", where.ref("meetings.host_key_hash")),
        ]),
      );

  const listing = db.selectFrom("meetings").where("meetings.deleted_at", "is", null);
  const listed = async (
    { cursor, limit }: { cursor?: string; limit: number },
    narrow: (query: typeof listing) => typeof listing,
  ) => {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    return await reaching(async () => {
      let query = narrow(listing)
        .select(columns.map((column) => `meetings.${column}` as const))
        .orderBy("meetings.created_at", "desc")
        .orderBy("meetings.id", "desc")
        .limit(limit + 1);
      if (after) {
        const [createdAt, id] = after;
        query = query.where((where) =>
          where.or([
            where("meetings.created_at", "<", createdAt),
            where.and([
              where("meetings.created_at", "=", createdAt),
              where("meetings.id", "<", id),
            ]),
          ]),
        );
      }
      const found = (await query.execute()).map((row) => Row.parse(row));
      const meetings = found.slice(0, limit);
      const last = meetings.at(-1);
      return { meetings, next: found.length > limit && last ? writeCursor(last) : null };
    });
  };

  return {
    insert: (meeting, ownerHash) =>
      reaching(() =>
        durably((durable) =>
          durable.transaction().execute(async (transaction) => {
            const inserted = await transaction
              .insertInto("meetings")
              .values({
                id: meeting.id,
                room_name: meeting.roomName,
                title: meeting.title,
                settings: JSON.stringify(meeting.settings),
                passcode_sealed: meeting.passcodeSealed,
                host_key_hash: meeting.hostKeyHash,
                created_at: meeting.createdAt,
                scheduled_at: meeting.scheduledAt,
                last_used_at: meeting.lastUsedAt,
                deleted_at: null,
                room_open: 0,
              })
              .onConflict((conflict) => conflict.doNothing())
              .returning("id")
              .executeTakeFirst();
            if (!inserted) {
              // The same host key is this very insert, run again because its answer was lost.
              const same = await transaction
                .selectFrom("meetings")
                .select("id")
                .where("id", "=", meeting.id)
                .where("host_key_hash", "=", meeting.hostKeyHash)
                .executeTakeFirst();
              return same ? "inserted" : "taken";
            }
            if (ownerHash !== null) {
              await transaction
                .insertInto("meeting_owners")
                .values({
                  meeting_id: meeting.id,
                  owner_hash: ownerHash,
                  created_at: meeting.createdAt,
                })
                .execute();
            }
            return "inserted";
          }),
        ),
      ),

    discard: (id) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom("meetings").where("id", "=", id).execute();
          await transaction.deleteFrom("meeting_owners").where("meeting_id", "=", id).execute();
          await transaction.deleteFrom("seats").where("meeting_id", "=", id).execute();
        }),
      ),

    find: (id) => findBy("id", id),
    findByHostKeyHash: (hostKeyHash) => findBy("host_key_hash", hostKeyHash),

    edit: (id, change) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const row = await transaction
            .selectFrom("meetings")
            .select(columns)
            .where("id", "=", id)
            .where("deleted_at", "is", null)
            .$if(locksRows, (query) => query.forUpdate())
            .executeTakeFirst();
          if (!row) return undefined;
          const meeting = Row.parse(row);
          const set = columnsOf(change(meeting));
          if (Object.keys(set).length === 0) return meeting;
          const edited = await transaction
            .updateTable("meetings")
            .set({ ...set, revision: meeting.revision + 1 })
            .where("id", "=", id)
            .returning(columns)
            .executeTakeFirstOrThrow();
          return Row.parse(edited);
        }),
      ),

    touch: (id, at) =>
      reaching(async () => {
        await db.updateTable("meetings").set({ last_used_at: at }).where("id", "=", id).execute();
      }),

    delete: (id, at) =>
      reaching(() =>
        durably(async (durable) => {
          const deleted = await durable
            .updateTable("meetings")
            .set({ deleted_at: at, room_open: 1 })
            .where("id", "=", id)
            .where("deleted_at", "is", null)
            .returning("id")
            .executeTakeFirst();
          return deleted !== undefined;
        }),
      ),

    roomClosed: (id) =>
      reaching(async () => {
        await db
          .updateTable("meetings")
          .set({ room_open: 0 })
          .where("id", "=", id)
          .where("room_open", "=", 1)
          .execute();
      }),

    listUnclosed: (limit) =>
      reaching(async () => {
        const rows = await db
          .selectFrom("meetings")
          .select(columns)
          .where("room_open", "=", 1)
          .orderBy("deleted_at")
          .limit(limit)
          .execute();
        return rows.map((row) => Row.parse(row));
      }),

    addOwner: (id, ownerHash, at, byHostKey) =>
      reaching(async () => {
        await db
          .insertInto("meeting_owners")
          .values({
            meeting_id: id,
            owner_hash: ownerHash,
            created_at: at,
            by_host_key: byHostKey ?? null,
          })
          .onConflict((conflict) =>
            conflict
              .columns(["owner_hash", "meeting_id"])
              .doUpdateSet({ by_host_key: byHostKey ?? null, created_at: at })
              .where("meeting_owners.by_host_key", "is not", null),
          )
          .execute();
      }),

    findOwner: (id, ownerHash) =>
      reaching(async () => {
        const row = await owned(ownerHash)
          .select(["by_host_key", "meeting_owners.created_at"])
          .where("meeting_id", "=", id)
          .executeTakeFirst();
        return row && { isForGood: row.by_host_key === null, since: row.created_at };
      }),

    takeBack: (id, identity, nextKeyHash) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const meeting = await transaction
            .selectFrom("meetings")
            .select(["host_key_hash", "revision"])
            .where("id", "=", id)
            .$if(locksRows, (query) => query.forUpdate())
            .executeTakeFirst();
          const seat = await transaction
            .selectFrom("seats")
            .select(["owner_hash", "host_key_hash"])
            .where("meeting_id", "=", id)
            .where("identity", "=", identity)
            .executeTakeFirst();
          if (!meeting || !seat) return false;
          const owner = await transaction
            .selectFrom("meeting_owners")
            .select("by_host_key")
            .where("meeting_id", "=", id)
            .where("owner_hash", "=", seat.owner_hash)
            .executeTakeFirst();
          if (owner?.by_host_key === null) return false;
          const key = meeting.host_key_hash;
          const hasKey = seat.host_key_hash === key || owner?.by_host_key === key;
          const nextKey = hasKey ? nextKeyHash : undefined;
          await transaction
            .updateTable("seats")
            .set({ owner_hash: null, host_key_hash: null })
            .where("identity", "=", identity)
            .execute();
          if (owner) {
            await transaction
              .deleteFrom("meeting_owners")
              .where("meeting_id", "=", id)
              .where("owner_hash", "=", seat.owner_hash)
              .execute();
            await transaction
              .updateTable("seats")
              .set({ role: "participant" })
              .where("meeting_id", "=", id)
              .where("owner_hash", "=", seat.owner_hash)
              .where("role", "=", "host")
              .where("removed_at", "is", null)
              .execute();
          }
          if (!owner && nextKey === undefined) return false;
          if (nextKey !== undefined) {
            await transaction
              .updateTable("meeting_owners")
              .set({ by_host_key: nextKey })
              .where("meeting_id", "=", id)
              .where("by_host_key", "=", key)
              .execute();
          }
          // A join that began with what is taken here sees by the revision that it has to look again.
          await transaction
            .updateTable("meetings")
            .set({ host_key_hash: nextKey ?? key, revision: meeting.revision + 1 })
            .where("id", "=", id)
            .execute();
          return true;
        }),
      ),

    listOwned: (ownerHash, page) =>
      listed(page, (query) => query.where("meetings.id", "in", owned(ownerHash))),

    listAll: (page) => listed(page, (query) => query),
  };
}
