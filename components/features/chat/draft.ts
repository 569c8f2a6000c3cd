// What is being written: kept while the panel is closed and over a reload, so that nothing typed is lost.

export interface DraftState {
  text: string;
  /** Whom it is for; null for everybody. */
  to: { identity: string; name: string } | null;
  /** The message it answers, or changes; with what was being written before. */
  about: { kind: "reply"; id: string } | { kind: "edit"; id: string; before: string } | null;
  files: readonly File[];
}

const empty: DraftState = { text: "", to: null, about: null, files: [] };

export class Draft {
  readonly #listeners = new Set<() => void>();
  readonly #onChange: () => void;
  #state: DraftState;

  /** `start` is what was being written before a reload. */
  constructor(onChange: () => void, start: DraftState = empty) {
    this.#onChange = onChange;
    this.#state = start;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.#state;

  get isEmpty(): boolean {
    return this.#state.text.trim() === "" && this.#state.files.length === 0;
  }

  set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
    for (const listener of this.#listeners) listener();
  }

  /** Begins to change a message; what was being written comes back afterwards. */
  beginEdit(id: string, text: string): void {
    const { about, text: before } = this.#state;
    this.set({
      text,
      about: { kind: "edit", id, before: about?.kind === "edit" ? about.before : before },
    });
  }

  /** Ends an answer or a change. Whom it is for stays: a private exchange must not turn public by itself. */
  endAbout(): void {
    const { about } = this.#state;
    if (about?.kind === "edit") this.set({ about: null, text: about.before });
    else this.set({ about: null });
  }

  /** Begins a message to one person; what was being written is for them, a change of a message is not. */
  beginPrivate(to: { identity: string; name: string }): void {
    this.endAbout();
    this.set({ to });
  }

  /** It was sent. */
  clear(): void {
    this.set({ text: "", about: null, files: [] });
  }
}
