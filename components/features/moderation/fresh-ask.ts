const freshForMs = 60_000;

/**
 * Whether an ask to turn the microphone on is worth passing on: one that came while the person was here,
 * or a moment before they came; none that was passed on already, as before a reload.
 */
export function isFreshAsk({
  askedAt,
  answered,
  now,
  cameWhileHere,
}: {
  askedAt: string;
  /** The time of the ask that was passed on last; unknown from where it was kept. */
  answered: unknown;
  now: number;
  cameWhileHere: boolean;
}): boolean {
  if (answered === askedAt) return false;
  return cameWhileHere || Math.abs(now - Date.parse(askedAt)) < freshForMs;
}
