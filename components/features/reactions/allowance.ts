/**
 * How often something may happen: `burst` times at once, then `perSecond`. Returns what asks for one more,
 * by the time in milliseconds.
 */
export function allowance({
  burst,
  perSecond,
}: {
  burst: number;
  perSecond: number;
}): (now: number) => boolean {
  let left = burst;
  let last: number | undefined;
  return (now) => {
    left = Math.min(burst, left + ((now - (last ?? now)) / 1000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
