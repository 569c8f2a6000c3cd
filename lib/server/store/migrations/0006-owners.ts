import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema.alterTable("meeting_owners").addColumn("by_host_key", "text").execute();
}

export const owners: Migration = { up };
