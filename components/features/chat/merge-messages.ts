// What was written, from two sources: what the API keeps, and what came straight from the people in the
// call. Each message is there once, known by who wrote it (as LiveKit names them) and the author's own id.
// What is edited or deleted is the API's word, and that other words are kept than were heard reads as edited.
// All of it is pure; nothing here is changed in place.
import type { Message } from "@/lib/contract/message";
import type { Role } from "@/lib/contract/participant";

/** What came straight from somebody, or from here. */
export interface Heard {
  id: string;
  author: { identity: string; name: string };
  /** The one person it is for; null for everybody. */
  to: string | null;
  replyTo: string | null;
  /** When it came, in this browser's milliseconds. */
  at: number;
  content:
    | { kind: "text"; text: string }
    | { kind: "file"; name: string; size: number }
    | { kind: "deleted" };
}

export interface Conversation {
  kept: ReadonlyMap<string, Message>;
  heard: ReadonlyMap<string, Heard>;
  /** In which order things were first seen here. */
  arrivals: ReadonlyMap<string, number>;
}

/** One entry of the list as it is shown. */
export interface Entry {
  id: string;
  author: { identity: string; name: string; role?: Role };
  to: string | null;
  replyTo: string | null;
  /** In milliseconds. */
  at: number;
  content: Heard["content"];
  isEdited: boolean;
  /** Where the API has it; undefined where it does not. */
  position?: number;
}

export const emptyConversation: Conversation = {
  kept: new Map(),
  heard: new Map(),
  arrivals: new Map(),
};

/** The most of what others sent that is held without being kept: whoever floods loses what they sent first. */
const mostHeard = 1_000;

function withArrivals(arrivals: ReadonlyMap<string, number>, ids: readonly string[]) {
  const fresh = ids.filter((id) => !arrivals.has(id));
  if (fresh.length === 0) return arrivals;
  const next = new Map(arrivals);
  for (const id of fresh) next.set(id, next.size);
  return next;
}

/** Adds what came from somebody. A known id changes nothing: the first that used it wrote it. */
export function hear(conversation: Conversation, message: Heard): Conversation {
  const { kept, heard, arrivals } = conversation;
  if (kept.has(message.id) || heard.has(message.id)) return conversation;
  const next = new Map(heard).set(message.id, message);
  for (const id of next.keys()) {
    if (next.size <= mostHeard) break;
    next.delete(id);
  }
  return { kept, heard: next, arrivals: withArrivals(arrivals, [message.id]) };
}

/** Takes back what was heard and will never be kept. */
export function unhear(conversation: Conversation, id: string): Conversation {
  if (!conversation.heard.has(id)) return conversation;
  const heard = new Map(conversation.heard);
  heard.delete(id);
  return { ...conversation, heard };
}

/** Whether one state of a message is later than another one: answers may overtake each other. */
function isLater(one: Message, other: Message): boolean {
  if (other.deleted_at !== null) return false;
  if (one.deleted_at !== null) return true;
  return (one.edited_at ?? "") > (other.edited_at ?? "");
}

/** Of what was never kept, a file for one, the API says that it is deleted, and has no more of it. */
const isOnlyDeleted = ({ sent_at: sentAt, deleted_at: deletedAt }: Message) => sentAt === deletedAt;

/** What was read here with other words has changed, whatever its author told the API. */
function asSeen(message: Message, heard: Heard | undefined): Message {
  const isOther =
    heard?.content.kind === "text" && message.text !== null && heard.content.text !== message.text;
  return isOther ? { ...message, edited_at: message.edited_at ?? message.sent_at } : message;
}

/**
 * Adds what the API keeps, in whatever order its answers come. What was heard under its id gives way; what was
 * never kept stays where it was, as deleted.
 */
export function keep(conversation: Conversation, messages: readonly Message[]): Conversation {
  const news = messages.filter((message) => {
    const known = conversation.kept.get(message.message_id);
    return !known || isLater(message, known);
  });
  if (news.length === 0) return conversation;
  const kept = new Map(conversation.kept);
  const heard = new Map(conversation.heard);
  for (const message of news) {
    const known = kept.get(message.message_id);
    const before = heard.get(message.message_id);
    if (!known || isLater(message, known)) kept.set(message.message_id, asSeen(message, before));
    if (before && isOnlyDeleted(message)) {
      heard.set(message.message_id, { ...before, content: { kind: "deleted" } });
    } else heard.delete(message.message_id);
  }
  const ids = news
    .toSorted((one, other) => one.position - other.position)
    .map(({ message_id }) => message_id);
  return { kept, heard, arrivals: withArrivals(conversation.arrivals, ids) };
}

/** One and the same entry for the same message, so that only what changed is drawn again. */
const entries = new WeakMap<Message | Heard, Entry>();

function once<Source extends Message | Heard>(source: Source, make: () => Entry): Entry {
  const known = entries.get(source);
  if (known) return known;
  const entry = make();
  entries.set(source, entry);
  return entry;
}

function ofKept(message: Message): Entry {
  return once(message, () => ({
    id: message.message_id,
    author: message.author,
    to: message.to,
    replyTo: message.reply_to,
    at: Date.parse(message.sent_at),
    content: message.text === null ? { kind: "deleted" } : { kind: "text", text: message.text },
    isEdited: message.edited_at !== null,
    position: message.position,
  }));
}

function ofHeard(heard: Heard): Entry {
  return once(heard, () => ({ ...heard, isEdited: false }));
}

/**
 * The list: what is kept in the API's order, the same for everybody; what is not kept stands behind
 * everything that had been seen before it came.
 */
export function entriesOf({ kept, heard, arrivals }: Conversation): Entry[] {
  const arrivalOf = (id: string) => arrivals.get(id) ?? Number.MAX_SAFE_INTEGER;
  // Whoever has nothing of what was never kept need not hear that it is gone.
  const inOrder = [...kept.values()].filter((message) => !isOnlyDeleted(message)).map(ofKept);
  inOrder.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const loose = [...heard.values()].map(ofHeard);
  if (loose.length === 0) return inOrder;
  loose.sort((one, other) => arrivalOf(one.id) - arrivalOf(other.id));
  const byArrival = inOrder.toSorted((one, other) => arrivalOf(one.id) - arrivalOf(other.id));
  const behind = new Map<number, Entry[]>();
  let seen = 0;
  let highest = -1;
  for (const entry of loose) {
    for (let next = byArrival[seen]; next; next = byArrival[seen]) {
      if (arrivalOf(next.id) > arrivalOf(entry.id)) break;
      highest = Math.max(highest, next.position ?? 0);
      seen += 1;
    }
    behind.set(highest, [...(behind.get(highest) ?? []), entry]);
  }
  return [
    ...(behind.get(-1) ?? []),
    ...inOrder.flatMap((entry) => [entry, ...(behind.get(entry.position ?? 0) ?? [])]),
  ];
}
