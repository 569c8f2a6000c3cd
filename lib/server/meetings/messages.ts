// Kept chat. A message is known by its author and the author's own id for it; who the author is and what
// they may comes from the seat.

import type { MeetingId } from "@/lib/contract/meeting-id";
import {
  type EditMessageRequest,
  type Message,
  type MessageId,
  type MessageList,
  messageTopic,
  type PostMessageRequest,
} from "@/lib/contract/message";
import { Failure } from "@/lib/server/failure";
import type { StoredMeeting, StoredMessage, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import type { Caller } from "./caller";
import { findMeeting } from "./find-meeting";
import { type Insider, insiderOf } from "./insider";
import { limitMessages } from "./limits";

/** The messages that the caller may read, in the order of their last change. */
export async function listMessages(
  services: Services,
  caller: Caller,
  id: MeetingId,
  page: { cursor?: string | undefined; limit: number },
): Promise<MessageList> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await insiderOf(services, caller, meeting);
  const { messages, next, hasMore } = await services.store.messages.list(
    id,
    seat?.identity ?? null,
    { limit: page.limit, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) },
  );
  return {
    meeting_id: id,
    messages: messages.map(describeMessage),
    next_cursor: next,
    has_more: hasMore,
  };
}

/** Keeps a message, once however often it is sent; `isNew` the first time. */
export async function postMessage(
  services: Services,
  caller: Caller,
  id: MeetingId,
  { id: ownId, text, to, reply_to: replyTo }: PostMessageRequest,
): Promise<{ message: Message; isNew: boolean }> {
  const meeting = await findMeeting(services, caller.address, id);
  const seat = await authorIn(services, caller, meeting);
  refuseSilenced(meeting, seat);
  if (to !== undefined) await checkRecipient(services, meeting, seat, to);
  const { message, isNew } = await services.store.messages.insert({
    meetingId: id,
    id: `${seat.identity}.${ownId}`,
    author: { identity: seat.identity, name: seat.name, role: seat.role },
    to: to ?? null,
    replyTo: replyTo ?? null,
    text,
    sentAt: services.clock.now().toISOString(),
  });
  if (isNew) hintReaders(services, meeting, message);
  return { message: describeMessage(message), isNew };
}

/** Changes the text of a message of the caller's own. */
export async function editMessage(
  services: Services,
  caller: Caller,
  id: MeetingId,
  messageId: MessageId,
  { text }: EditMessageRequest,
): Promise<Message> {
  const meeting = await findMeeting(services, caller.address, id);
  const seat = await authorIn(services, caller, meeting);
  const message = await findMessage(services, meeting, { seat }, messageId);
  if (message.author.identity !== seat.identity) throw notTheirs();
  refuseSilenced(meeting, seat);
  if (message.text === text) return describeMessage(message);
  const at = services.clock.now().toISOString();
  const edited = await services.store.messages.edit(id, messageId, { text, at });
  if (!edited) {
    throw new Failure("message-not-found", { detail: "This message was deleted." });
  }
  hintReaders(services, meeting, edited);
  return describeMessage(edited);
}

/**
 * Wipes a message: its author's own, or for hosts and cohosts any that everybody can read. Of one that is not
 * kept, as files are, it is kept that it is deleted, so that everybody who has it takes it away; `to` says
 * whom it was for.
 */
export async function deleteMessage(
  services: Services,
  caller: Caller,
  id: MeetingId,
  messageId: MessageId,
  { to }: { to?: string | undefined } = {},
): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  const insider = await insiderOf(services, caller, meeting);
  const { seat } = insider;
  if (seat) await limitMessages(services, seat.identity);
  const message =
    (await unkeptMessage(services, meeting, insider, messageId, to)) ??
    (await findMessage(services, meeting, insider, messageId));
  if (message.author.identity !== seat?.identity) {
    if (message.to !== null || insider.rank() === "participant") throw notTheirs();
  }
  await services.store.messages.delete(id, messageId, services.clock.now().toISOString());
  hintReaders(services, meeting, message);
  services.log.info(
    { event: "message-deleted", meeting_id: id, message_id: messageId },
    "deleted a message",
  );
}

/** Keeps that a message is deleted which was never kept. Undefined where it is kept, or not the caller's to delete. */
async function unkeptMessage(
  services: Services,
  meeting: StoredMeeting,
  { seat, rank }: Insider,
  messageId: MessageId,
  to: string | undefined,
): Promise<StoredMessage | undefined> {
  const [identity = ""] = messageId.split(".");
  const isOwn = identity === seat?.identity;
  if (!isOwn && (to !== undefined || rank() === "participant")) return undefined;
  if (await services.store.messages.find(meeting.id, messageId)) return undefined;
  const author = await seatHere(services, meeting, identity);
  if (!author) return undefined;
  const isForNobody = to !== undefined && !(await seatHere(services, meeting, to));
  if (isForNobody || to === identity) throw nobodyElse();
  const { message } = await services.store.messages.insert({
    meetingId: meeting.id,
    id: messageId,
    author: { identity, name: author.name, role: author.role },
    to: to ?? null,
    replyTo: null,
    text: null,
    sentAt: services.clock.now().toISOString(),
  });
  return message;
}

/** A message as answers show it. */
export function describeMessage(message: StoredMessage): Message {
  return {
    message_id: message.id,
    author: message.author,
    to: message.to,
    reply_to: message.replyTo,
    position: message.position,
    text: message.text,
    sent_at: message.sentAt,
    edited_at: message.editedAt,
    deleted_at: message.deletedAt,
  };
}

/** Tells who may read a message to ask for what changed; of a private one nobody else hears. */
function hintReaders(
  { media }: Services,
  { roomName }: StoredMeeting,
  { author, to }: StoredMessage,
): void {
  void media.hint(roomName, to === null ? "everybody" : [author.identity, to], messageTopic);
}

function notTheirs(): Failure {
  return new Failure("forbidden", { detail: "Only its author may change a message." });
}

/** The seat that writes; throws for everybody else, hosts without a seat too. */
async function authorIn(
  services: Services,
  caller: Caller,
  meeting: StoredMeeting,
): Promise<StoredSeat> {
  const { seat } = await insiderOf(services, caller, meeting);
  if (!seat) {
    throw new Failure("forbidden", {
      detail: "Only who has a seat in the meeting may write in it.",
    });
  }
  await limitMessages(services, seat.identity);
  return seat;
}

function refuseSilenced(meeting: StoredMeeting, seat: StoredSeat): void {
  if (seat.role !== "participant" || meeting.settings.allow.chat) return;
  throw new Failure("forbidden", { detail: "The hosts have turned the chat off." });
}

async function checkRecipient(
  services: Services,
  meeting: StoredMeeting,
  author: StoredSeat,
  to: string,
): Promise<void> {
  const seat = await seatHere(services, meeting, to);
  const isThere = seat?.status === "in" && !seat.removedAt;
  if (!isThere || to === author.identity) throw nobodyElse();
}

function nobodyElse(): Failure {
  return new Failure("invalid-request", {
    errors: [{ pointer: "/to", detail: "There is nobody else with this identity in the meeting." }],
  });
}

/** Somebody's seat of this meeting, whether they are inside or not. */
async function seatHere(
  services: Services,
  meeting: StoredMeeting,
  identity: string,
): Promise<StoredSeat | undefined> {
  const seat = await services.store.seats.findByIdentity(identity);
  return seat?.meetingId === meeting.id ? seat : undefined;
}

/** A message that the caller may read; a private one of others is as none. */
async function findMessage(
  services: Services,
  meeting: StoredMeeting,
  { seat }: Pick<Insider, "seat">,
  messageId: MessageId,
): Promise<StoredMessage> {
  const message = await services.store.messages.find(meeting.id, messageId);
  const isTheirs =
    seat !== undefined &&
    (message?.to === seat.identity || message?.author.identity === seat.identity);
  if (!message || (message.to !== null && !isTheirs)) throw new Failure("message-not-found");
  return message;
}
