import type { IdempotencyStore } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";

/** Between two statements an entry may go away, and be made again, so often. */
const mostTries = 5;

export function idempotencyStore({ db }: Database): IdempotencyStore {
  return {
    claim: (entry, { now, staleBefore, forgottenBefore }) =>
      reaching(async () => {
        await db
          .deleteFrom("idempotency")
          .where("id", "=", entry.id)
          .where("created_at", "<=", forgottenBefore)
          .execute();
        for (let tries = 0; tries < mostTries; tries += 1) {
          await db
            .insertInto("idempotency")
            .values({
              id: entry.id,
              body_hash: entry.bodyHash,
              claim: entry.claim,
              claimed_at: now,
              is_done: 0,
              sealed: entry.sealed,
              created_at: now,
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          // Whoever had it and stopped in the middle left a draft: it goes on from there.
          await db
            .updateTable("idempotency")
            .set({ claim: entry.claim, claimed_at: now })
            .where("id", "=", entry.id)
            .where("body_hash", "=", entry.bodyHash)
            .where("is_done", "=", 0)
            .where("claimed_at", "<=", staleBefore)
            .execute();
          const row = await db
            .selectFrom("idempotency")
            .select(["body_hash", "claim", "is_done", "sealed"])
            .where("id", "=", entry.id)
            .executeTakeFirst();
          if (!row) continue;
          if (row.body_hash !== entry.bodyHash) return { state: "mismatch" };
          if (row.is_done) return { state: "done", sealed: row.sealed };
          if (row.claim !== entry.claim) return { state: "running" };
          return { state: "claimed", sealed: row.sealed };
        }
        return { state: "running" };
      }),

    keep: ({ id, claim, sealed, isDone }) =>
      reaching(async () => {
        await db
          .updateTable("idempotency")
          .set({ sealed, is_done: isDone ? 1 : 0 })
          .where("id", "=", id)
          .where("claim", "=", claim)
          .execute();
      }),

    release: ({ id, claim }) =>
      reaching(async () => {
        await db
          .deleteFrom("idempotency")
          .where("id", "=", id)
          .where("claim", "=", claim)
          .where("is_done", "=", 0)
          .execute();
      }),

    forgetBefore: (at) =>
      reaching(async () => {
        await db.deleteFrom("idempotency").where("created_at", "<=", at).execute();
      }),
  };
}
