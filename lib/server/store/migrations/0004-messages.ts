import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema
    .createTable("messages")
    .addColumn("meeting_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("change", "integer", (column) => column.notNull())
    .addColumn("author_identity", "text", (column) => column.notNull())
    .addColumn("author_name", "text", (column) => column.notNull())
    .addColumn("author_role", "text", (column) => column.notNull())
    .addColumn("to_identity", "text")
    .addColumn("text", "text")
    .addColumn("sent_at", "text", (column) => column.notNull())
    .addColumn("edited_at", "text")
    .addColumn("deleted_at", "text")
    .addPrimaryKeyConstraint("messages_key", ["meeting_id", "id"])
    .execute();
  await schema
    .createIndex("messages_change")
    .on("messages")
    .columns(["meeting_id", "change"])
    .execute();
  await schema
    .createTable("message_changes")
    .addColumn("meeting_id", "text", (column) => column.primaryKey())
    .addColumn("last", "integer", (column) => column.notNull())
    .execute();
}

export const messages: Migration = { up };
