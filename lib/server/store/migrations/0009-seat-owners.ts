import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema.alterTable("seats").addColumn("owner_hash", "text").execute();
  await schema.alterTable("seats").addColumn("host_key_hash", "text").execute();
}

export const seatOwners: Migration = { up };
