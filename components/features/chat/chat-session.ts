// The chat of one stay in a meeting, as a thing outside React: the list, what is on its way, what was read.
import { ConnectionState, type Room, RoomEvent } from "livekit-client";
import { onServerHint } from "@/components/call/server-hints";
import { listMessages, postMessage } from "@/lib/client/api";
import { type Message, MessageId, messageTopic } from "@/lib/contract/message";
import { Draft } from "./draft";
import { readDraft, storeDraft } from "./draft-storage";
import { FileTransfers } from "./file-transfers";
import { listenToChat } from "./incoming";
import { type FeedState, KeptFeed } from "./kept-feed";
import {
  type Conversation,
  type Entry,
  emptyConversation,
  entriesOf,
  type Heard,
  hear,
  keep,
  unhear,
} from "./merge-messages";
import { Outbox, type Standing } from "./outbox";
import { ReadMarks } from "./read-marks";
import { chatTopic } from "./stream-rules";

export interface ChatSnapshot {
  entries: readonly Entry[];
  unread: number;
  feed: FeedState;
  /** Something is on its way for long: the API is away. */
  isTroubled: boolean;
  /** What leaving would lose, or leave as it is. */
  unsent: Unsent | undefined;
}

type Unsent = "file" | "message" | "draft";

interface Acting {
  meetingId: string;
  as: { seatToken: string };
}

interface SessionOptions {
  meetingId: string;
  acting: () => Acting;
  room: Room;
  ownIdentity: string;
  isChatAllowed: () => boolean;
}

/** Given so long, a message that the API does not have is taken for one that it will not have. */
const keptWithinMs = 6_000;

/** Who has a seat of ours may have their messages kept, and deleted; agents and others have none. */
export const mayBeKept = (identity: string) => /^p_[0-9a-f]{32}$/.test(identity);

export class ChatSession {
  readonly transfers: FileTransfers;
  readonly draft: Draft;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  readonly #newsListeners = new Set<(entry: Entry) => void>();
  readonly #failureListeners = new Set<(entry: Entry) => void>();
  readonly #outbox: Outbox;
  readonly #feed: KeptFeed;
  readonly #marks: ReadMarks;
  #conversation: Conversation = emptyConversation;
  #snapshot: ChatSnapshot = {
    entries: [],
    unread: 0,
    feed: "loading",
    isTroubled: false,
    unsent: undefined,
  };
  #room: Room;
  #ownIdentity: string;
  #isReading = false;
  #isOn = false;
  #isGuarding = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#room = options.room;
    this.#ownIdentity = options.ownIdentity;
    this.#marks = new ReadMarks(options.meetingId, options.ownIdentity);
    this.draft = new Draft(
      () => {
        storeDraft(options.meetingId, this.#ownIdentity, this.draft.snapshot());
        if (this.#unsentNow() !== this.#snapshot.unsent) this.#changed();
      },
      readDraft(options.meetingId, options.ownIdentity),
    );
    const onChange = () => this.#changed();
    this.#outbox = new Outbox({
      meetingId: options.meetingId,
      post: ({ id, text, to, replyTo }) => {
        const { meetingId, as } = options.acting();
        const answered = MessageId.safeParse(replyTo).data;
        const body = {
          id,
          text,
          ...(to === null ? {} : { to }),
          // What an agent wrote is kept nowhere, and so is that it was answered.
          ...(answered === undefined ? {} : { reply_to: answered }),
        };
        return postMessage(meetingId, body, as);
      },
      stream: async ({ id, text, to, replyTo }) => {
        if (this.#room.state !== ConnectionState.Connected) throw new Error("not connected");
        await this.#room.localParticipant.sendText(text, {
          topic: chatTopic,
          attributes: {
            id,
            ...(to === null ? {} : { to }),
            ...(replyTo === null ? {} : { reply_to: replyTo }),
          },
          ...(to === null ? {} : { destinationIdentities: [to] }),
        });
      },
      onKept: (message) => this.keep([message]),
      onChange,
    });
    this.#feed = new KeptFeed({
      ask: (cursor) => {
        const { meetingId, as } = options.acting();
        return listMessages(meetingId, { cursor, ...as });
      },
      onMessages: (messages, isFirst) => this.keep(messages, { isNews: !isFirst }),
      onState: onChange,
    });
    this.transfers = new FileTransfers({
      room: () => this.#room,
      ownIdentity: () => this.#ownIdentity,
      onFile: (file) => this.#hear(file),
      onFailed: (id) => {
        const entry = this.#snapshot.entries.find((one) => one.id === id);
        if (entry) for (const listener of this.#failureListeners) listener(entry);
      },
      onChange,
    });
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = () => this.#snapshot;

  readonly standingOf = (id: string): Standing | undefined => this.#outbox.standingOf(id);

  /** Told of everything that somebody else writes from now on, once. */
  onNews(listener: (entry: Entry) => void): () => void {
    this.#newsListeners.add(listener);
    return () => void this.#newsListeners.delete(listener);
  }

  /** Told of every file of one's own that did not get there. */
  onFailure(listener: (entry: Entry) => void): () => void {
    this.#failureListeners.add(listener);
    return () => void this.#failureListeners.delete(listener);
  }

  /** Follows a room for as long as it is the call's. Returns what ends it. */
  attach(room: Room): () => void {
    if (room !== this.#room) {
      this.#room = room;
      this.transfers.moved();
    }
    const resume = () => this.transfers.resume();
    room.on(RoomEvent.ConnectionStateChanged, resume);
    const stopHints = onServerHint(room, messageTopic, () => {
      // Mostly it is about what came as a stream just now.
      const isHeard = [...this.#conversation.heard.values()].some(
        ({ author, at }) => mayBeKept(author.identity) && Date.now() - at < keptWithinMs,
      );
      this.#feed.look({ pace: isHeard ? "relaxed" : "moment" });
    });
    const stopListening = listenToChat(room, {
      isChatAllowed: this.#options.isChatAllowed,
      onText: (heard) => this.#hear(heard),
      onFile: (reader, said, sender) => void this.transfers.receive(reader, said, sender),
    });
    return () => {
      room.off(RoomEvent.ConnectionStateChanged, resume);
      stopHints();
      stopListening();
    };
  }

  /**
   * Asks for what is kept, from now on. What is left to send goes on also after the end; nothing asks there
   * about what is not to be seen any more.
   */
  start(): () => void {
    this.#isOn = true;
    this.#feed.start();
    this.#changed();
    return () => {
      this.#isOn = false;
      this.#feed.stop();
      this.#guardTab();
    };
  }

  /** The call is connected (again): something may have been missed, or not been sent. */
  connected(): void {
    const { identity } = this.#room.localParticipant;
    if (identity !== "") this.#ownIdentity = identity;
    for (const { id, text, to, replyTo, at } of this.#outbox.takeUp(this.#ownIdentity)) {
      this.#hear(this.#ownText({ id, text, to, replyTo, at }));
    }
    this.#outbox.resume();
    this.#feed.look({ pace: "now" });
  }

  isOwn({ author }: Entry): boolean {
    return author.identity === this.#ownIdentity;
  }

  /** That it is known here alone: the API has been asked and does not have it. */
  isUnkept({ position, author, at, content }: Entry): boolean {
    if (position !== undefined || content.kind === "deleted") return false;
    if (content.kind === "file" || !mayBeKept(author.identity)) return true;
    return this.#feed.completeAt > at + keptWithinMs;
  }

  send(text: string, to: string | null, replyTo: string | null): void {
    const item = { id: crypto.randomUUID(), text, to, replyTo, at: Date.now() };
    this.#hear(this.#ownText(item));
    this.#outbox.add({ ...item, author: this.#ownIdentity, isSent: false });
    this.#changed();
  }

  retry(id: string): void {
    this.#outbox.retry(id);
  }

  discard(id: string): void {
    const isSent = this.#outbox.discard(id);
    if (!isSent) this.#conversation = unhear(this.#conversation, id);
    this.#changed();
  }

  /** Takes a file off this list alone. */
  removeHere(id: string): void {
    this.transfers.forget(id);
    this.#conversation = unhear(this.#conversation, id);
    this.#changed();
  }

  /** What the API keeps, from whatever answer. */
  keep(messages: readonly Message[], { isNews = true } = {}): void {
    for (const { message_id: id, deleted_at: at } of messages) {
      if (at !== null) this.transfers.forget(id);
    }
    const { kept, heard } = this.#conversation;
    const fresh = messages.filter(({ message_id: id }) => !kept.has(id) && !heard.has(id));
    const before = this.#conversation;
    this.#conversation = keep(before, messages);
    if (this.#conversation === before) return;
    this.#changed();
    if (!isNews || fresh.length === 0) return;
    const ids = new Set<string>(fresh.map(({ message_id }) => message_id));
    for (const entry of this.#snapshot.entries) if (ids.has(entry.id)) this.#tell(entry);
  }

  look(): void {
    this.#feed.look({ pace: "now" });
  }

  /** The end of the list is being looked at, or not any more. */
  setReading(isReading: boolean): void {
    if (this.#isReading === isReading) return;
    this.#isReading = isReading;
    this.#changed();
  }

  #ownText(item: {
    id: string;
    text: string;
    to: string | null;
    replyTo: string | null;
    at: number;
  }): Heard {
    return {
      id: `${this.#ownIdentity}.${item.id}`,
      author: { identity: this.#ownIdentity, name: this.#room.localParticipant.name ?? "" },
      to: item.to,
      replyTo: item.replyTo,
      at: item.at,
      content: { kind: "text", text: item.text },
    };
  }

  #hear(heard: Heard): void {
    const before = this.#conversation;
    this.#conversation = hear(before, heard);
    if (this.#conversation === before) return;
    this.#changed();
    const entry = this.#snapshot.entries.findLast(({ id }) => id === heard.id);
    if (!entry) return;
    this.#tell(entry);
    // No hint of ours may ever come: some time later the API is asked whether it has it.
    if (mayBeKept(heard.author.identity) && heard.content.kind === "text") {
      setTimeout(() => this.#feed.look(), keptWithinMs + 500);
    }
  }

  #tell(entry: Entry): void {
    if (this.isOwn(entry)) return;
    for (const listener of this.#newsListeners) listener(entry);
  }

  #changed(): void {
    const entries = entriesOf(this.#conversation);
    if (this.#isReading) this.#marks.add(entries);
    this.#snapshot = {
      entries,
      unread: entries.filter((entry) => this.isUnread(entry)).length,
      feed: this.#feed.state,
      isTroubled: this.#outbox.isTroubled,
      unsent: this.#unsentNow(),
    };
    this.#guardTab();
    for (const listener of this.#listeners) listener();
  }

  readonly isUnread = (entry: Entry): boolean =>
    entry.content.kind !== "deleted" && !this.isOwn(entry) && !this.#marks.has(entry);

  /** The worst of it: a message that is only on its way gets there all the same. */
  #unsentNow(): Unsent | undefined {
    if (this.draft.snapshot().files.length > 0 || this.transfers.hasUnsent) return "file";
    if (this.#outbox.isStuck) return "message";
    return this.draft.isEmpty ? undefined : "draft";
  }

  /** A tab with something unsent or unkept asks before it closes; one without must not. */
  #guardTab(): void {
    const isUnsent = this.#snapshot.unsent !== undefined || !this.#outbox.isEmpty;
    const isNeeded = this.#isOn && isUnsent;
    if (isNeeded === this.#isGuarding) return;
    this.#isGuarding = isNeeded;
    if (isNeeded) window.addEventListener("beforeunload", askFirst);
    else window.removeEventListener("beforeunload", askFirst);
  }
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
