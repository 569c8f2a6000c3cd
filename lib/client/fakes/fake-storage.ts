/** A browser's storage, in memory: as much of it as is used here. */
export class FakeStorage {
  readonly #kept = new Map<string, string>();
  getItem = (key: string): string | null => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#kept.set(key, value);
  removeItem = (key: string): void => void this.#kept.delete(key);
  get length(): number {
    return this.#kept.size;
  }
  clear = (): void => this.#kept.clear();
}
