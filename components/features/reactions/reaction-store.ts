import { type Float, Floating, type Sender } from "./floating";
import type { Reaction } from "./message";

/** Of many that come at once the screen is drawn anew only so often. */
const tellEveryMs = 80;

const nothing: readonly Float[] = [];

const areSame = (a: readonly Float[], b: readonly Float[]) =>
  a.length === b.length && a.every((float, index) => float === b[index]);

/** The floats of this call, for those parts of the screen that show them: each hears of its own alone. */
export class ReactionStore {
  #floating = new Floating();
  #listeners = new Set<() => void>();
  #tiles = new Map<string, number>();
  #onTiles = new Map<string, readonly Float[]>();
  #offTiles = nothing;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #tidying: ReturnType<typeof setTimeout> | undefined;

  /** Shows a reaction; false where its sender has sent too many. */
  add(sender: Sender, reaction: Reaction): boolean {
    const isTaken = this.#floating.add(sender, reaction, performance.now());
    if (isTaken) this.#telling ??= setTimeout(() => this.#tell(), tellEveryMs);
    return isTaken;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What floats over this person's tile. */
  onTile(identity: string): readonly Float[] {
    return this.#onTiles.get(identity) ?? nothing;
  }

  /** What floats over the stage, because its sender has no tile on it. */
  offTiles = () => this.#offTiles;

  /** Somebody's tile is on screen from now on. Returns what ends it. */
  showTile(identity: string): () => void {
    const count = (by: number) => {
      const now = (this.#tiles.get(identity) ?? 0) + by;
      if (now > 0) this.#tiles.set(identity, now);
      else this.#tiles.delete(identity);
      this.#sort();
    };
    count(1);
    return () => count(-1);
  }

  #tell(): void {
    this.#telling = undefined;
    clearTimeout(this.#tidying);
    const next = this.#floating.tidy(performance.now());
    if (next !== undefined) this.#tidying = setTimeout(() => this.#tell(), next);
    this.#sort();
    for (const listener of this.#listeners) listener();
  }

  #sort(): void {
    const { all } = this.#floating;
    for (const identity of new Set([...this.#onTiles.keys(), ...this.#tiles.keys()])) {
      const now = this.#tiles.has(identity)
        ? all.filter((float) => float.identity === identity)
        : nothing;
      if (now.length === 0) this.#onTiles.delete(identity);
      else if (!areSame(now, this.onTile(identity))) this.#onTiles.set(identity, now);
    }
    const off = all.filter(({ identity }) => !this.#tiles.has(identity));
    if (!areSame(off, this.#offTiles)) this.#offTiles = off.length === 0 ? nothing : off;
  }
}
