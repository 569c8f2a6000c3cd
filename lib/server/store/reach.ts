import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "@/lib/server/failure";

// Which of a driver's errors say "not now" or "not reachable", and what we do about them. Everything
// else is a mistake of ours and goes on as it is.

/** How long a request waits for a database that is busy or restarting. */
const patience = 2000;

/** Another writer holds the SQLite file, or PostgreSQL asks to run the transaction again. */
const busy = /^(SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|55P03)/;

/** PostgreSQL restarts, or the connection broke. The statements are written so that running one twice does no harm. */
const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|57P0[1-5]|08...|53300)$/;

/** Waiting does not help within a request: a full disk, a damaged file, a password that is wrong, a query that hangs. */
const broken =
  /^(SQLITE_(FULL|IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|PERM|NOMEM|PROTOCOL)|53...|57014|25006|28...|3D000|58...|XX00[12])/;

/** What `pg` says without a code when a connection breaks or none can be had in time. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What `pg` says when an answer never came. The caller has waited enough. */
const unanswered = /^Query read timeout/;

/** Thrown where the database cannot be opened; the message says to the operator why. */
export class StoreBroken extends Error {
  override readonly name = "StoreBroken";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

function worthWaiting(error: unknown): boolean {
  const code = codeOf(error);
  return busy.test(code) || away.test(code) || (error instanceof Error && lost.test(error.message));
}

const unreachable = (error: unknown) =>
  error instanceof StoreBroken ||
  worthWaiting(error) ||
  broken.test(codeOf(error)) ||
  (error instanceof Error && unanswered.test(error.message));

/** Turns what says that the database cannot be reached into `Failure("store-unavailable")`. */
export function asFailure(error: unknown): unknown {
  return unreachable(error)
    ? new Failure("store-unavailable", { retryAfter: 2, cause: error })
    : error;
}

/**
 * Runs `work`, and again after a pause while the database is busy or restarting, for `upTo`
 * milliseconds. The pauses are ours rather than SQLite's `busy_timeout`, which blocks the event loop.
 */
export async function reaching<T>(work: () => Promise<T>, upTo = patience): Promise<T> {
  const giveUpAt = Date.now() + upTo;
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await work();
    } catch (error) {
      const wait = pause * (0.5 + Math.random());
      if (!worthWaiting(error) || Date.now() + wait > giveUpAt) throw asFailure(error);
      await sleep(wait);
    }
  }
}
