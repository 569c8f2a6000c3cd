import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema
    .createTable("idempotency")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("body_hash", "text", (column) => column.notNull())
    .addColumn("claim", "text", (column) => column.notNull())
    .addColumn("claimed_at", "text", (column) => column.notNull())
    .addColumn("is_done", "integer", (column) => column.notNull())
    .addColumn("sealed", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await schema
    .createIndex("idempotency_created_at")
    .on("idempotency")
    .column("created_at")
    .execute();
}

export const idempotency: Migration = { up };
