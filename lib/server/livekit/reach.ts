import { ServerError } from "livekit-server-sdk";
import { Failure } from "@/lib/server/failure";

/** So many calls in a row that reached nobody, and the next ones do not wait to find out again. */
const failuresToOpen = 5;
const openForMs = 5000;
/** A refusal at once costs nobody anything, and ends the moment LiveKit is up again: people wait for it. */
const openAfterRefusalMs = 500;
const refusedWithinMs = 250;

/** Whether LiveKit itself answered that the thing is not there; a stray 404 of some proxy is not that. */
export const isGone = (error: unknown) =>
  error instanceof ServerError && error.code === "not_found";

/** Our own mistakes come back as other 4xx, and are thrown on as what they are. */
function isAway(error: unknown): boolean {
  if (!(error instanceof ServerError)) return true;
  return error.status >= 500 || error.code === undefined || [401, 403, 429].includes(error.status);
}

/**
 * Calls LiveKit: what cannot reach it becomes `Failure("media-unavailable")`, at once while it is
 * known to be away. After a while one call goes through to see, and the others with it if it arrives.
 */
export function createReach(now: () => number = Date.now) {
  let failures = 0;
  let quietUntil = 0;

  const fail = (cause: unknown) =>
    new Failure("media-unavailable", {
      retryAfter: Math.max(1, Math.ceil((quietUntil - now()) / 1000)),
      cause,
    });

  return async function reach<T>(call: () => Promise<T>, { always = false } = {}): Promise<T> {
    if (failures >= failuresToOpen && !always) {
      if (now() < quietUntil) throw fail(new Error("LiveKit did not answer just before."));
      quietUntil = now() + openForMs;
    }
    const since = now();
    try {
      const answer = await call();
      failures = 0;
      return answer;
    } catch (error) {
      if (!isAway(error)) {
        failures = 0;
        throw error;
      }
      failures += 1;
      if (failures >= failuresToOpen) {
        const wasRefused = now() - since <= refusedWithinMs;
        quietUntil = now() + (wasRefused ? openAfterRefusalMs : openForMs);
      }
      throw fail(error);
    }
  };
}
