import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { Role } from "@/lib/contract/participant";
import { Failure } from "@/lib/server/failure";
import type { MessageStore, StoredMessage } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";
import type { Tables } from "./tables";

const Row = z
  .object({
    meeting_id: MeetingId,
    id: z.string(),
    author_identity: z.string(),
    author_name: z.string(),
    author_role: Role,
    to_identity: z.string().nullable(),
    reply_to: z.string().nullable(),
    position: z.number(),
    text: z.string().nullable(),
    sent_at: z.string(),
    edited_at: z.string().nullable(),
    deleted_at: z.string().nullable(),
  })
  .transform(
    (row): StoredMessage => ({
      meetingId: row.meeting_id,
      id: row.id,
      author: { identity: row.author_identity, name: row.author_name, role: row.author_role },
      to: row.to_identity,
      replyTo: row.reply_to,
      position: row.position,
      text: row.text,
      sentAt: row.sent_at,
      editedAt: row.edited_at,
      deletedAt: row.deleted_at,
    }),
  );

/**
 * The number of the next change. Whoever else changes a message of this meeting waits until this
 * transaction is over, so that changes are seen in the order of their numbers: a reader who goes on from
 * the last one it saw misses none.
 */
async function nextChange(transaction: Transaction<Tables>, meetingId: MeetingId): Promise<number> {
  const { last } = await transaction
    .insertInto("message_changes")
    .values({ meeting_id: meetingId, last: 1 })
    .onConflict((conflict) =>
      conflict.column("meeting_id").doUpdateSet({ last: sql`message_changes.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

async function findIn(db: Kysely<Tables>, meetingId: MeetingId, id: string) {
  const row = await db
    .selectFrom("messages")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && Row.parse(row);
}

const writeCursor = (change: number) => Buffer.from(`change ${change}`).toString("base64url");

function readCursor(cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString();
  const change = /^change (\d{1,9})$/.exec(text)?.[1];
  if (change !== undefined) return Number(change);
  throw new Failure("invalid-request", {
    errors: [{ pointer: "/cursor", detail: "This cursor was not given by us." }],
  });
}

export function messageStore({ db }: Database): MessageStore {
  return {
    insert: (message) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const change = await nextChange(transaction, message.meetingId);
          const inserted = await transaction
            .insertInto("messages")
            .values({
              meeting_id: message.meetingId,
              id: message.id,
              change,
              author_identity: message.author.identity,
              author_name: message.author.name,
              author_role: message.author.role,
              to_identity: message.to,
              reply_to: message.replyTo,
              position: change,
              text: message.text,
              sent_at: message.sentAt,
              edited_at: null,
              deleted_at: message.text === null ? message.sentAt : null,
            })
            .onConflict((conflict) => conflict.doNothing())
            .returningAll()
            .executeTakeFirst();
          if (inserted) return { message: Row.parse(inserted), isNew: true };
          const kept = await findIn(transaction, message.meetingId, message.id);
          if (!kept) throw new Error("a message was neither written nor there");
          return { message: kept, isNew: false };
        }),
      ),

    find: (meetingId, id) => reaching(() => findIn(db, meetingId, id)),

    edit: (meetingId, id, { text, at }) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const change = await nextChange(transaction, meetingId);
          const row = await transaction
            .updateTable("messages")
            .set({ text, edited_at: at, change })
            .where("meeting_id", "=", meetingId)
            .where("id", "=", id)
            .where("deleted_at", "is", null)
            .returningAll()
            .executeTakeFirst();
          return row && Row.parse(row);
        }),
      ),

    delete: (meetingId, id, at) =>
      reaching(() =>
        db.transaction().execute(async (transaction) => {
          const change = await nextChange(transaction, meetingId);
          await transaction
            .updateTable("messages")
            .set({ text: null, deleted_at: at, change })
            .where("meeting_id", "=", meetingId)
            .where("id", "=", id)
            .where("deleted_at", "is", null)
            .execute();
        }),
      ),

    list: async (meetingId, reader, { cursor, limit }) => {
      const after = cursor === undefined ? 0 : readCursor(cursor);
      return await reaching(async () => {
        const rows = await db
          .selectFrom("messages")
          .selectAll()
          .where("meeting_id", "=", meetingId)
          .where("change", ">", after)
          .where((where) =>
            where.or([
              where("to_identity", "is", null),
              ...(reader === null
                ? []
                : [where("to_identity", "=", reader), where("author_identity", "=", reader)]),
            ]),
          )
          .orderBy("change")
          .limit(limit + 1)
          .execute();
        const page = rows.slice(0, limit);
        return {
          messages: page.map((row) => Row.parse(row)),
          next: writeCursor(page.at(-1)?.change ?? after),
          hasMore: rows.length > limit,
        };
      });
    },
  };
}
