// What this person wrote, until the API keeps it: sent to the others at once, and posted beside that as
// often as it takes, one after the other so that the order stays.
import { delayBefore } from "@/components/call/connection/backoff";
import { ApiProblem } from "@/lib/client/api-error";
import type { Message } from "@/lib/contract/message";
import { forgetItem, readOutbox, type StoredItem, storeItem } from "./outbox-storage";

/** How it stands with something that is not kept yet. */
export type Standing =
  | { kind: "sending" }
  /** The API is away: others in the call have it, or nobody. */
  | { kind: "unkept" | "unsent" }
  /** The API will not keep it: `why` is a sentence of its own. */
  | { kind: "refused"; why: string; isSent: boolean };

interface OutboxOptions {
  meetingId: string;
  post: (item: StoredItem) => Promise<Message>;
  /** Sends it to the others; rejects where the call is not connected. */
  stream: (item: StoredItem) => Promise<void>;
  onKept: (message: Message) => void;
  onChange: () => void;
}

/** So long an answer is waited for before it is said that none came. */
const patienceMs = 2_500;

/** What it is called in the list: another one's may have the same own id. */
const entryIdOf = ({ author, id }: StoredItem) => `${author}.${id}`;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #items: StoredItem[] = [];
  readonly #refused = new Map<string, string>();
  #isTroubled = false;
  #isPosting = false;
  #wake: () => void = () => undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Something here would be lost with the tab. */
  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** No answer of the API's, for longer than one waits. */
  get isTroubled(): boolean {
    return this.#isTroubled;
  }

  /** Something waits here for longer than sending takes. */
  get isStuck(): boolean {
    return this.#isTroubled || this.#refused.size > 0;
  }

  standingOf(entryId: string): Standing | undefined {
    const item = this.#find(entryId);
    if (!item) return undefined;
    const why = this.#refused.get(item.id);
    if (why !== undefined) return { kind: "refused", why, isSent: item.isSent };
    if (!this.#isTroubled) return { kind: "sending" };
    return { kind: item.isSent ? "unkept" : "unsent" };
  }

  add(item: StoredItem): void {
    this.#items.push(item);
    storeItem(this.#options.meetingId, item);
    void this.#stream(item);
    void this.#post();
  }

  /** Goes on with what another visit of this tab left, written from the same seat. */
  takeUp(author: string): readonly StoredItem[] {
    const known = new Set(this.#items.map(({ id }) => id));
    const left = readOutbox(this.#options.meetingId).filter(
      (item) => item.author === author && !known.has(item.id),
    );
    this.#items.push(...left);
    if (left.length > 0) void this.#post();
    return left;
  }

  /** The call is connected (again): what nobody has yet is sent, and the API is asked at once. */
  resume(): void {
    for (const item of this.#items) if (!item.isSent) void this.#stream(item);
    this.#wake();
    void this.#post();
  }

  retry(entryId: string): void {
    const item = this.#find(entryId);
    if (item && this.#refused.delete(item.id)) void this.#post();
    this.#options.onChange();
  }

  /** Gives up. Returns whether others have it all the same. */
  discard(entryId: string): boolean {
    const item = this.#find(entryId);
    if (item) this.#forget(item.id);
    this.#options.onChange();
    return item?.isSent ?? false;
  }

  #find(entryId: string): StoredItem | undefined {
    return this.#items.find((item) => entryIdOf(item) === entryId);
  }

  async #stream(item: StoredItem): Promise<void> {
    try {
      await this.#options.stream(item);
    } catch {
      // Not connected: the API brings it to the others, or `resume` tries again.
      return;
    }
    item.isSent = true;
    if (this.#items.includes(item)) storeItem(this.#options.meetingId, item);
    this.#options.onChange();
  }

  async #post(): Promise<void> {
    if (this.#isPosting) return;
    this.#isPosting = true;
    for (let attempt = 0; ; ) {
      const item = this.#items.find(({ id }) => !this.#refused.has(id));
      if (!item) break;
      const impatience = setTimeout(() => this.#setTroubled(true), patienceMs);
      try {
        const message = await this.#options.post(item);
        attempt = 0;
        this.#isTroubled = false;
        this.#forget(item.id);
        this.#options.onKept(message);
      } catch (error) {
        const why = refusalIn(error);
        if (why !== undefined) {
          this.#refused.set(item.id, why);
          this.#options.onChange();
        } else {
          this.#setTroubled(true);
          attempt += 1;
          await this.#pause(error, attempt);
        }
      } finally {
        clearTimeout(impatience);
      }
    }
    this.#isPosting = false;
    this.#setTroubled(false);
  }

  async #pause(error: unknown, attempt: number): Promise<void> {
    const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1_000 : 0;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(asked, delayBefore(attempt)));
      // Asked to wait by the API, one waits.
      if (asked === 0) {
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }
    });
    this.#wake = () => undefined;
  }

  #setTroubled(isTroubled: boolean): void {
    if (this.#isTroubled === isTroubled) return;
    this.#isTroubled = isTroubled;
    this.#options.onChange();
  }

  #forget(id: string): void {
    const at = this.#items.findIndex((item) => item.id === id);
    if (at >= 0) this.#items.splice(at, 1);
    this.#refused.delete(id);
    forgetItem(this.#options.meetingId, id);
  }
}

/** The API's sentence where it will never keep a message; undefined where asking again may help. */
function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const { status, detail, errors = [] } = error.problem;
  if (status === 429 || status >= 500 || status === 408) return undefined;
  return errors.map((field) => field.detail).join(" ") || detail;
}
