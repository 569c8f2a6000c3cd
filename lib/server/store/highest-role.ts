import { type RawBuilder, sql } from "kysely";

/** The higher of what an attendance says already and another role; either may be null. */
export const highestRole = (other: RawBuilder<string | null>): RawBuilder<string | null> => sql<
  string | null
>`case
  when 'host' in (attendance.role, ${other}) then 'host'
  when 'cohost' in (attendance.role, ${other}) then 'cohost'
  else coalesce(attendance.role, ${other}) end`;
