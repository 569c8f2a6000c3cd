import { sql } from "kysely";
import type { LeaseStore, LimitStore } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";

/** After so many hits of this process the windows that are over are swept out. */
const sweepEvery = 500;

const later = (now: Date, seconds: number) =>
  new Date(now.getTime() + seconds * 1000).toISOString();

export function limitStore({ db }: Database): LimitStore {
  let hits = 0;

  return {
    hit: (key, windowSeconds, now) =>
      reaching(async () => {
        const at = now.toISOString();
        const { count, reset_at } = await db
          .insertInto("limits")
          .values({ key, count: 1, reset_at: later(now, windowSeconds) })
          .onConflict((conflict) =>
            conflict.column("key").doUpdateSet({
              count: sql`case when limits.reset_at <= ${at} then 1 else limits.count + 1 end`,
              reset_at: sql`case when limits.reset_at <= ${at} then excluded.reset_at else limits.reset_at end`,
            }),
          )
          .returning(["count", "reset_at"])
          .executeTakeFirstOrThrow();

        hits += 1;
        if (hits % sweepEvery === 0) {
          await db.deleteFrom("limits").where("reset_at", "<=", at).execute();
        }
        return { count, resetAt: reset_at };
      }),
  };
}

export function leaseStore({ db }: Database): LeaseStore {
  return {
    acquire: (name, seconds, now) =>
      reaching(async () => {
        const acquired = await db
          .insertInto("leases")
          .values({ name, held_until: later(now, seconds) })
          .onConflict((conflict) =>
            conflict
              .column("name")
              .doUpdateSet((update) => ({ held_until: update.ref("excluded.held_until") }))
              .where("leases.held_until", "<=", now.toISOString()),
          )
          .returning("name")
          .executeTakeFirst();
        return acquired !== undefined;
      }),

    forgetBefore: (at) =>
      reaching(async () => {
        await db.deleteFrom("leases").where("held_until", "<", at).execute();
      }),
  };
}
