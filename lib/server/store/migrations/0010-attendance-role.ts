import type { Kysely, Migration } from "kysely";
import type { Tables } from "@/lib/server/store/tables";

async function up({ schema }: Kysely<Tables>) {
  // Of those who came before nobody knows what they were: it stays null.
  await schema.alterTable("attendance").addColumn("role", "text").execute();
}

export const attendanceRole: Migration = { up };
