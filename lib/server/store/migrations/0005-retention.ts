import { type Kysely, type Migration, sql } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema.alterTable("meetings").addColumn("purged_at", "text").execute();
  await schema
    .createIndex("meetings_kept")
    .on("meetings")
    .columns(["id", "last_used_at"])
    .where(sql.ref("purged_at"), "is", null)
    .execute();
}

export const retention: Migration = { up };
