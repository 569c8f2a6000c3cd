// What this person has seen, over a reload of the tab.
import { readStored, writeStored } from "@/lib/client/storage";
import type { Entry } from "./merge-messages";

const keyOf = (meetingId: string) => `meetings.read.${meetingId}`;

export class ReadMarks {
  readonly #meetingId: string;
  readonly #ids = new Set<string>();
  /** Everything kept up to here was seen in an earlier visit. */
  readonly #before: number;
  #highest: number;

  constructor(meetingId: string) {
    this.#meetingId = meetingId;
    const stored = readStored("tab", keyOf(meetingId));
    this.#before = typeof stored === "number" ? stored : 0;
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
      writeStored("tab", keyOf(this.#meetingId), highest);
    }
    return fresh.length > 0;
  }
}
