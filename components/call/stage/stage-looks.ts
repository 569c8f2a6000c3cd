/** What one person looks at in one call. */
interface Looks {
  /** The tile that they want to see large, by its key. */
  pinned: string | undefined;
  page: number;
  /** The tile whose menu is open, by its key. */
  menuOf: string | undefined;
}

/** Keeps what this person looks at, for `useSyncExternalStore`: who asks for one thing hears of that one alone. */
export class StageLooks {
  readonly #listeners = new Set<() => void>();
  #now: Looks = { pinned: undefined, page: 0, menuOf: undefined };

  readonly now = (): Readonly<Looks> => this.#now;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Pins a tile; the pinned one it lets go. */
  readonly togglePin = (key: string) => {
    this.#look({ pinned: this.#now.pinned === key ? undefined : key });
  };

  readonly turnTo = (page: number) => this.#look({ page: Math.max(0, page) });

  readonly openMenu = (key: string) => this.#look({ menuOf: key });

  /** Closes the menu of this tile, if it is open. */
  readonly closeMenu = (key: string) => {
    if (this.#now.menuOf === key) this.#look({ menuOf: undefined });
  };

  #look(changed: Partial<Looks>): void {
    this.#now = { ...this.#now, ...changed };
    for (const listener of this.#listeners) listener();
  }
}
