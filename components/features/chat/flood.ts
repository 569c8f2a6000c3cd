// Somebody who sends without end is heard now and then, and the rest is dropped.

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
    const since = now - this.#withinMs;
    const recent = (this.#times.get(sender) ?? []).filter((time) => time > since);
    const isLet = recent.length < this.#most;
    if (isLet) recent.push(now);
    this.#times.set(sender, recent);
    return isLet;
  }
}
