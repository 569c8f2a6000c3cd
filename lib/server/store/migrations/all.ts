import type { Migration } from "kysely";
import { meetings } from "./0001-meetings";
import { hosts } from "./0002-hosts";
import { idempotency } from "./0003-idempotency";
import { messages } from "./0004-messages";
import { retention } from "./0005-retention";
import { owners } from "./0006-owners";
import { replies } from "./0007-replies";
import { spotlight } from "./0008-spotlight";
import { seatOwners } from "./0009-seat-owners";
import { attendanceRole } from "./0010-attendance-role";

/** Every migration, run in the order of the names. Listed by hand: the built server reads no folder. */
export const migrations: Record<string, Migration> = {
  "0001-meetings": meetings,
  "0002-hosts": hosts,
  "0003-idempotency": idempotency,
  "0004-messages": messages,
  "0005-retention": retention,
  "0006-owners": owners,
  "0007-replies": replies,
  "0008-spotlight": spotlight,
  "0009-seat-owners": seatOwners,
  "0010-attendance-role": attendanceRole,
};
