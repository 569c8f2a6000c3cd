// What the API keeps, followed by its cursor: asked whenever there is a hint that something changed, and now
// and then besides.
import { delayBefore } from "@/components/call/connection/backoff";
import type { MessageList } from "@/lib/contract/message";

export type FeedState = "loading" | "ready" | "away";

interface FeedOptions {
  ask: (cursor: string | undefined) => Promise<MessageList>;
  /** `isFirst` until all that was there at the beginning has come. */
  onMessages: (messages: MessageList["messages"], isFirst: boolean) => void;
  onState: (state: FeedState) => void;
}

/** However many hints come, the API is asked this often at most. */
const leastBetweenMs = 700;
/** A hint makes everybody ask: not all of them in the same instant. */
const spreadMs = 250;
/** What is on the screen by now waits longer to be known as kept: many who write must not make all ask on and on. */
const relaxedMs = 1_500;
const lookEveryMs = 30_000;

export class KeptFeed {
  readonly #options: FeedOptions;
  #cursor: string | undefined;
  #state: FeedState = "loading";
  #hasAll = false;
  #isAsking = false;
  #isWanted = false;
  #isStopped = true;
  #failures = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** When the last question was asked whose answer was complete; in this browser's milliseconds. */
  #completeAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  get state(): FeedState {
    return this.#state;
  }

  get completeAt(): number {
    return this.#completeAt;
  }

  start(): void {
    this.#isStopped = false;
    this.look({ pace: "now" });
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
  }

  /** Asks for what changed: in a moment, at once, or where nothing new is expected a little later. */
  look({ pace = "moment" }: { pace?: "now" | "moment" | "relaxed" } = {}): void {
    if (this.#isStopped) return;
    if (this.#isAsking) {
      this.#isWanted = true;
      return;
    }
    const base = pace === "relaxed" ? relaxedMs : 0;
    const spread = pace === "now" ? 0 : base + Math.random() * (base + spreadMs);
    const wait = Math.max(spread, this.#askedAt + leastBetweenMs - performance.now());
    if (performance.now() + wait < this.#dueAt) this.#schedule(wait);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#dueAt = performance.now() + ms;
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    this.#dueAt = Number.POSITIVE_INFINITY;
    this.#isWanted = false;
    this.#askedAt = performance.now();
    const beganAt = Date.now();
    try {
      for (let hasMore = true; hasMore && !this.#isStopped; ) {
        const answer = await this.#options.ask(this.#cursor);
        this.#cursor = answer.next_cursor;
        hasMore = answer.has_more;
        this.#options.onMessages(answer.messages, !this.#hasAll);
      }
      this.#hasAll = true;
      this.#failures = 0;
      this.#completeAt = beganAt;
      this.#set("ready");
    } catch {
      this.#failures += 1;
      this.#set("away");
    }
    this.#isAsking = false;
    if (this.#isStopped) return;
    if (this.#failures > 0) this.#schedule(delayBefore(this.#failures + 4));
    else if (this.#isWanted) this.look();
    else this.#schedule(lookEveryMs);
  }

  #set(state: FeedState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
