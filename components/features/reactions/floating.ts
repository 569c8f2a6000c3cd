// What floats over the call now, and why not more: pure, the time comes from outside.
import { allowance } from "./allowance";
import type { Reaction } from "./message";

export interface Sender {
  identity: string;
  /** As LiveKit names them. */
  name: string;
  isLocal: boolean;
}

export interface Float extends Sender {
  id: number;
  reaction: Reaction;
  /** The same one, sent again at once. */
  count: number;
  since: number;
}

/** As long as the rising lasts (globals.css). */
export const floatsForMs = 3_200;
/** The same reaction of the same person within this is the same float. */
const mergesWithinMs = 700;
/** Over one person, and over everybody. */
const mostOfOne = 4;
const mostAtAll = 40;
/** What one person may have shown to others: more is dropped. */
const perSender = { burst: 8, perSecond: 4 };
/** Whoever was quiet so long begins anew: a meeting's worth of senders is not kept for good. */
const mostSenders = 500;

/** The floats of the moment. Its `all` is another array exactly when something changed. */
export class Floating {
  all: readonly Float[] = [];
  #lastId = 0;
  #allowed = new Map<string, (now: number) => boolean>();

  /** Takes a reaction in; false where its sender has sent too many. */
  add(sender: Sender, reaction: Reaction, now: number): boolean {
    if (!this.#mayShow(sender.identity, now)) return false;
    const same = this.all.find(
      (float) =>
        float.identity === sender.identity &&
        float.reaction === reaction &&
        now - float.since < mergesWithinMs,
    );
    if (same) {
      const more = { ...same, count: same.count + 1 };
      this.all = this.all.map((float) => (float === same ? more : float));
      return true;
    }
    this.#lastId += 1;
    const float = { ...sender, id: this.#lastId, reaction, count: 1, since: now };
    const own = this.all.filter(({ identity }) => identity === sender.identity);
    const over = own.length >= mostOfOne ? own[0] : undefined;
    this.all = [...this.all.filter((each) => each !== over), float].slice(-mostAtAll);
    return true;
  }

  /** Takes away what has floated long enough; when the next one will have, or undefined. */
  tidy(now: number): number | undefined {
    const left = this.all.filter(({ since }) => now - since < floatsForMs);
    if (left.length < this.all.length) this.all = left;
    return left[0] && left[0].since + floatsForMs - now;
  }

  #mayShow(identity: string, now: number): boolean {
    let allowed = this.#allowed.get(identity);
    if (!allowed) {
      if (this.#allowed.size >= mostSenders) this.#allowed.clear();
      allowed = allowance(perSender);
      this.#allowed.set(identity, allowed);
    }
    return allowed(now);
  }
}
