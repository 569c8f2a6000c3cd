import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up(db: Kysely<Tables>) {
  await db.schema.alterTable("messages").addColumn("reply_to", "text").execute();
  await db.schema
    .alterTable("messages")
    .addColumn("position", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db
    .updateTable("messages")
    .set(({ ref }) => ({ position: ref("change") }))
    .execute();
}

export const replies: Migration = { up };
