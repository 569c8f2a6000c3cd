// What this person has seen, over a reload and until the next meeting on the same link.
import { keepReadUpTo, readUpTo } from "@/lib/client/seats";
import type { Entry } from "./merge-messages";

export class ReadMarks {
  readonly #meetingId: string;
  readonly #identity: string;
  readonly #ids = new Set<string>();
  /** Everything kept up to here was seen in an earlier visit. */
  readonly #before: number;
  #highest: number;

  constructor(meetingId: string, identity: string) {
    this.#meetingId = meetingId;
    this.#identity = identity;
    this.#before = readUpTo(meetingId, identity);
    this.#highest = this.#before;
  }

  has({ id, position }: Entry): boolean {
    return this.#ids.has(id) || (position !== undefined && position <= this.#before);
  }

  /** Everything in the list was seen. Returns whether that is news. */
  add(entries: readonly Entry[]): boolean {
    const fresh = entries.filter((entry) => !this.#ids.has(entry.id));
    for (const { id } of fresh) this.#ids.add(id);
    const highest = entries.reduce((most, { position = 0 }) => Math.max(most, position), 0);
    if (highest > this.#highest) {
      this.#highest = highest;
      keepReadUpTo(this.#meetingId, this.#identity, highest);
    }
    return fresh.length > 0;
  }
}
