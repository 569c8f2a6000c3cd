/** After how long without a way back the call is given up. */
export const giveUpAfterMs = 10 * 60_000;

const firstMs = 250;
const longestMs = 5_000;

/**
 * How long to wait before the next try: 250 to 500 ms at first, about a second after five seconds, never
 * more than five. The jitter keeps a whole meeting from knocking at a server that just came up in the
 * same instant.
 */
export function delayBefore(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(firstMs * 1.15 ** attempt, longestMs / 2);
  return Math.round(base * (1 + random()));
}

/** Waits; ends early when the signal is aborted, or when somebody calls `wake`. Never rejects. */
export function wakeableDelay(
  ms: number,
  signal: AbortSignal,
): { done: Promise<void>; wake: () => void } {
  const woken = new AbortController();
  const wake = () => woken.abort();
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(wake, signal.aborted ? 0 : ms);
    signal.addEventListener("abort", wake, { once: true });
    woken.signal.addEventListener("abort", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wake);
      resolve();
    });
  });
  return { done, wake };
}
