import { z } from "zod";
import { MeetingId } from "@/lib/contract/meeting-id";
import { Role } from "@/lib/contract/participant";
import type { SeatStore, StoredSeat } from "@/lib/server/ports/store";
import type { Database } from "./database";
import { reaching } from "./reach";

const columns = [
  "identity",
  "meeting_id",
  "token_hash",
  "name",
  "role",
  "created_at",
  "last_used_at",
  "removed_at",
] as const;

const Row = z
  .object({
    identity: z.string(),
    meeting_id: MeetingId,
    token_hash: z.string(),
    name: z.string(),
    role: Role,
    created_at: z.string(),
    last_used_at: z.string(),
    removed_at: z.string().nullable(),
  })
  .transform(
    (row): StoredSeat => ({
      identity: row.identity,
      meetingId: row.meeting_id,
      tokenHash: row.token_hash,
      name: row.name,
      role: row.role,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      removedAt: row.removed_at,
    }),
  );

export function seatStore({ db }: Database): SeatStore {
  const findBy = (column: "token_hash" | "identity", value: string) =>
    reaching(async () => {
      const row = await db
        .selectFrom("seats")
        .select(columns)
        .where(column, "=", value)
        .executeTakeFirst();
      return row && Row.parse(row);
    });

  return {
    insert: (seat) =>
      reaching(async () => {
        await db
          .insertInto("seats")
          .values({
            identity: seat.identity,
            meeting_id: seat.meetingId,
            token_hash: seat.tokenHash,
            name: seat.name,
            role: seat.role,
            created_at: seat.createdAt,
            last_used_at: seat.lastUsedAt,
            removed_at: null,
          })
          // Identity and token are random: the same ones are this insert, run again.
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),

    findByTokenHash: (tokenHash) => findBy("token_hash", tokenHash),
    findByIdentity: (identity) => findBy("identity", identity),

    update: (identity, change) =>
      reaching(async () => {
        const set = {
          ...(change.role && { role: change.role }),
          ...(change.lastUsedAt !== undefined && { last_used_at: change.lastUsedAt }),
          ...(change.removedAt !== undefined && { removed_at: change.removedAt }),
        };
        if (Object.keys(set).length === 0) return;
        await db.updateTable("seats").set(set).where("identity", "=", identity).execute();
      }),
  };
}
