import "server-only";
import { Migrator, sql } from "kysely";
import type { Store } from "@/lib/server/ports/store";
import { attendanceStore } from "./attendance";
import { postgres, sqliteFile } from "./database";
import { idempotencyStore } from "./idempotency";
import { leaseStore, limitStore } from "./limits";
import { meetingStore } from "./meetings";
import { messageStore } from "./messages";
import { migrations } from "./migrations/all";
import { asFailure, reaching } from "./reach";
import { retentionStore } from "./retention";
import { seatStore } from "./seats";

/** How long a start waits for another process's migration, or for a database that starts beside us. */
const migrationPatience = 20_000;

export interface StoreOptions {
  /** PostgreSQL's address; a SQLite file in `dataDir` without it. */
  databaseUrl?: string | undefined;
  dataDir: string;
}

/** The store. Opens nothing until it is used, so that a build may import what imports it. */
export function openStore({ databaseUrl, dataDir }: StoreOptions): Store {
  const database = databaseUrl ? postgres(databaseUrl) : sqliteFile(dataDir);
  const { db } = database;
  let storeId: string | undefined;

  return {
    meetings: meetingStore(database),
    seats: seatStore(database),
    attendance: attendanceStore(database),
    messages: messageStore(database),
    limits: limitStore(database),
    idempotency: idempotencyStore(database),
    leases: leaseStore(database),
    retention: retentionStore(database),

    storeId: async () => {
      storeId ??= await reaching(async () => {
        const row = await db
          .selectFrom("meta")
          .select("value")
          .where("key", "=", "store_id")
          .executeTakeFirstOrThrow();
        return row.value;
      });
      return storeId;
    },

    ping: async () => {
      try {
        await sql`select 1`.execute(db);
      } catch (error) {
        throw asFailure(error);
      }
    },

    migrate: () =>
      reaching(async () => {
        const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
        const { error } = await migrator.migrateToLatest();
        if (error) throw error;
      }, migrationPatience),

    close: () => db.destroy(),
  };
}
