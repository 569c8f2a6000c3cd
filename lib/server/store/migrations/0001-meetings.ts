import { randomInt } from "node:crypto";
import { type Kysely, type Migration, sql } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
const newStoreId = () => Array.from({ length: 8 }, () => alphabet[randomInt(36)]).join("");

async function up(db: Kysely<Tables>) {
  const { schema } = db;

  await schema
    .createTable("meetings")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("room_name", "text", (column) => column.notNull().unique())
    .addColumn("title", "text")
    .addColumn("settings", "text", (column) => column.notNull())
    .addColumn("host_key_hash", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("scheduled_at", "text")
    .addColumn("last_used_at", "text", (column) => column.notNull())
    .addColumn("deleted_at", "text")
    .addColumn("room_open", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex("meetings_room_open")
    .on("meetings")
    .column("deleted_at")
    .where(sql.ref("room_open"), "=", sql.lit(1))
    .execute();

  await schema
    .createTable("meeting_owners")
    .addColumn("meeting_id", "text", (column) => column.notNull())
    .addColumn("owner_hash", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("meeting_owners_key", ["owner_hash", "meeting_id"])
    .execute();
  await schema
    .createIndex("meeting_owners_meeting")
    .on("meeting_owners")
    .column("meeting_id")
    .execute();

  await schema
    .createTable("seats")
    .addColumn("identity", "text", (column) => column.primaryKey())
    .addColumn("meeting_id", "text", (column) => column.notNull())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("last_used_at", "text", (column) => column.notNull())
    .addColumn("removed_at", "text")
    .execute();
  await schema.createIndex("seats_meeting").on("seats").column("meeting_id").execute();

  await schema
    .createTable("sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("meeting_id", "text", (column) => column.notNull())
    .addColumn("started_at", "text")
    .addColumn("ended_at", "text")
    .addColumn("found_ended_at", "text")
    .execute();
  await schema
    .createIndex("sessions_meeting")
    .on("sessions")
    .columns(["meeting_id", "started_at"])
    .execute();
  await schema
    .createIndex("sessions_running")
    .on("sessions")
    .column("meeting_id")
    .where(sql.ref("ended_at"), "is", null)
    .where(sql.ref("found_ended_at"), "is", null)
    .execute();

  await schema
    .createTable("attendance")
    .addColumn("session_id", "text", (column) => column.notNull())
    .addColumn("participant_sid", "text", (column) => column.notNull())
    .addColumn("identity", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("named_at", "text", (column) => column.notNull())
    .addColumn("joined_at", "text", (column) => column.notNull())
    .addColumn("left_at", "text")
    .addColumn("found_left_at", "text")
    .addPrimaryKeyConstraint("attendance_key", ["session_id", "participant_sid"])
    .execute();

  await schema
    .createTable("webhook_events")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("webhook_events_at").on("webhook_events").column("at").execute();

  await schema
    .createTable("limits")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("count", "integer", (column) => column.notNull())
    .addColumn("reset_at", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("limits_reset_at").on("limits").column("reset_at").execute();

  await schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("held_until", "text", (column) => column.notNull())
    .execute();

  await schema
    .createTable("meta")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
  await db.insertInto("meta").values({ key: "store_id", value: newStoreId() }).execute();
}

export const meetings: Migration = { up };
