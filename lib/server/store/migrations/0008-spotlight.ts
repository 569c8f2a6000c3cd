import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  await schema.alterTable("meetings").addColumn("spotlight", "text").execute();
}

export const spotlight: Migration = { up };
