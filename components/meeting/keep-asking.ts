// Standing in the lobby: asking again and again, at the pace the server gives, for as long as it takes.
import { wakeableDelay } from "@/components/call/connection/backoff";
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import { steadyTicks } from "@/lib/client/steady-ticks";
import type { WaitingToJoin } from "@/lib/contract/join";
import type { Arrival } from "./take-seat";
import { isWaiting } from "./take-seat";

/** Why there was no answer this time; it is asked again, and the place is kept. */
export type WaitingTrouble = "offline" | "busy" | "no-answer";

interface Asking {
  /** Asks once. Throws what join throws. */
  ask: () => Promise<Arrival | WaitingToJoin>;
  onWaiting: (waiting: WaitingToJoin) => void;
  onTrouble: (trouble: WaitingTrouble | undefined) => void;
  /** The last two: nothing is asked after either. */
  onArrival: (arrival: Arrival) => void;
  onFailure: (failure: unknown) => void;
}

const shortestMs = 500;
const longestMs = 60_000;
/** Without a word of the server's: longer each time, as long as nobody answers. */
const retryMs = (failures: number) => Math.min(1_000 * 2 ** failures, 15_000);

/** What a failure means to somebody who waits: undefined where it is the server's answer to them. */
function troubleOf(
  error: unknown,
  failures: number,
): { trouble: WaitingTrouble; retryMs: number; isTold: boolean } | undefined {
  if (error instanceof Unreachable) {
    const trouble = error.reason === "offline" ? "offline" : "no-answer";
    return { trouble, retryMs: retryMs(failures), isTold: false };
  }
  if (!(error instanceof ApiProblem)) return undefined;
  const isBusy = error.problem.status === 429;
  if (!isBusy && error.problem.status < 500) return undefined;
  const told = error.retryAfter === undefined ? undefined : error.retryAfter * 1000;
  return {
    trouble: isBusy ? "busy" : "no-answer",
    retryMs: Math.min(told ?? retryMs(failures), longestMs),
    // Somebody who looks at the page again does not make a busy server less so.
    isTold: told !== undefined,
  };
}

/**
 * Asks until there is a place or a refusal; at once when the page is looked at again or the network is
 * back. `firstMs` is what the server said when it told this person to wait. Returns what ends it.
 */
export function keepAsking(firstMs: number, asking: Asking): () => void {
  const over = new AbortController();
  const { signal } = over;
  let wake: () => void = () => undefined;
  const wakeUp = () => {
    if (document.visibilityState === "visible") wake();
  };
  document.addEventListener("visibilitychange", wakeUp, { signal });
  window.addEventListener("online", wakeUp, { signal });
  // The hosts see only those who ask: somebody who reads another tab meanwhile is to stay among them.
  let tick: () => void = () => undefined;
  const stopTicks = steadyTicks(1_000, () => tick());

  async function run() {
    let waitMs = firstMs;
    let isTold = false;
    for (let failures = 0; ; ) {
      const pauseMs = Math.max(waitMs, shortestMs);
      const due = Date.now() + pauseMs;
      const pause = wakeableDelay(pauseMs, signal);
      tick = () => {
        if (Date.now() >= due) pause.wake();
      };
      wake = isTold ? () => undefined : pause.wake;
      await pause.done;
      wake = () => undefined;
      if (signal.aborted) return;
      try {
        const answer = await asking.ask();
        if (signal.aborted) return;
        if (!isWaiting(answer)) return asking.onArrival(answer);
        failures = 0;
        isTold = false;
        waitMs = answer.retry_after_ms;
        asking.onTrouble(undefined);
        asking.onWaiting(answer);
      } catch (error) {
        if (signal.aborted) return;
        const met = troubleOf(error, failures);
        if (!met) return asking.onFailure(error);
        failures += 1;
        ({ retryMs: waitMs, isTold } = met);
        asking.onTrouble(met.trouble);
      }
    }
  }
  void run();
  return () => {
    stopTicks();
    over.abort();
  };
}
