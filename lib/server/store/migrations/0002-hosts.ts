import { type Kysely, type Migration, sql } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  // One column a statement: SQLite adds no more at once.
  await schema.alterTable("meetings").addColumn("passcode_sealed", "text").execute();
  await schema
    .alterTable("meetings")
    .addColumn("revision", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await schema.alterTable("meetings").addColumn("ended_at", "text").execute();
  await schema.alterTable("meetings").addColumn("ended_by", "text").execute();
  await schema.createIndex("meetings_host_key").on("meetings").column("host_key_hash").execute();

  for (const name of [
    "removed_by",
    "waiting_since",
    "asked_at",
    "denied_at",
    "place_until",
    "entered_at",
    "hand_raised_at",
  ]) {
    await schema.alterTable("seats").addColumn(name, "text").execute();
  }
  await schema
    .alterTable("seats")
    .addColumn("status", "text", (column) => column.notNull().defaultTo("in"))
    .execute();
  await schema
    .alterTable("seats")
    .addColumn("allow", "text", (column) => column.notNull().defaultTo("{}"))
    .execute();
  await schema
    .createIndex("seats_waiting")
    .on("seats")
    .columns(["meeting_id", "waiting_since"])
    .where(sql.ref("status"), "=", sql.lit("waiting"))
    .execute();
  await schema
    .createIndex("seats_removed")
    .on("seats")
    .column("removed_at")
    .where(sql.ref("removed_at"), "is not", null)
    .execute();
}

export const hosts: Migration = { up };
