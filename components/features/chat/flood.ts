// Somebody who sends without end is heard now and then, and the rest is dropped.

/**
 * Files of one person in a minute. Those who receive take twice as many as are sent: what a connection that stood
 * still holds back comes all at once.
 */
export const filesInMinute = { sent: 10, taken: 20 } as const;

/** Who sent when, lately. */
export class Flood {
  readonly #most: number;
  readonly #withinMs: number;
  readonly #times = new Map<string, number[]>();

  constructor(most: number, withinMs: number) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** Counts one more of somebody's; false where it is one too many. */
  lets(sender: string, now: number): boolean {
    const recent = this.#recent(sender, now);
    const isLet = recent.length < this.#most;
    if (isLet) recent.push(now);
    this.#times.set(sender, recent);
    return isLet;
  }

  /** How long it is until one more of somebody's is let: 0 where it is by now. */
  waitMs(sender: string, now: number): number {
    const recent = this.#recent(sender, now);
    const last = recent.at(-this.#most);
    return last === undefined ? 0 : last + this.#withinMs - now;
  }

  #recent(sender: string, now: number): number[] {
    const since = now - this.#withinMs;
    return (this.#times.get(sender) ?? []).filter((time) => time > since);
  }
}
