// Our API as the browser calls it. Everything that comes back is parsed, also what says no. This file
// brings the schemas (zod): load it beside the page (`import()`), not with it.
import { z } from "zod";
import { JoinedMeeting, type JoinRequest, WaitingToJoin } from "@/lib/contract/join";
import {
  type BecomeHostRequest,
  CreatedMeeting,
  type CreateMeetingRequest,
  HostedMeeting,
  HostKey,
  MeetingExists,
  MeetingInfo,
  MeetingList,
  type UpdateMeetingRequest,
} from "@/lib/contract/meeting";
import {
  type EditMessageRequest,
  Message,
  MessageList,
  type PostMessageRequest,
} from "@/lib/contract/message";
import {
  type DecideRequest,
  KnockList,
  type MuteAllRequest,
  ParticipantList,
  SeatView,
  type UpdateParticipantRequest,
} from "@/lib/contract/participant";
import { paths, type ReportFile } from "@/lib/contract/paths";
import { Problem } from "@/lib/contract/problem";
import { MeetingReport } from "@/lib/contract/report";
import { ApiProblem, Unreachable } from "./api-error";

interface RequestOptions {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  /** Sent as the bearer credential. */
  seatToken?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  /** Sent twice with the same body, what is asked for is done once. */
  idempotencyKey?: string | undefined;
  /** What kind of answer is wanted; anything but JSON comes back as a Blob. */
  accept?: string;
}

const JoinAnswer = z.union([JoinedMeeting, WaitingToJoin]);

/** Long enough for join's and create's own limit of 3.5 s on a slow line. */
const defaultTimeoutMs = 12_000;

function randomHex(length: number): string {
  // Not randomUUID: it is missing on plain http, where the page still has to say what is wrong.
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const newRequestId = () => `web-${randomHex(12)}`;

/** A key for one creation, to be kept while it is tried again. */
export const newIdempotencyKey = () => randomHex(16);

function secondsOf(header: string | null): number | undefined {
  const seconds = header === null || header.trim() === "" ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/**
 * One request. Returns the answer's body, undefined where it has none; throws `ApiProblem` or
 * `Unreachable`. An abort by the caller's own signal is rethrown as it is.
 */
async function request(
  url: string,
  {
    method = "GET",
    body,
    seatToken,
    signal,
    timeoutMs = defaultTimeoutMs,
    idempotencyKey,
    accept = "application/json",
  }: RequestOptions,
): Promise<{ content: unknown; requestId: string }> {
  const sentId = newRequestId();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  const stop = () => limit.abort();
  signal?.addEventListener("abort", stop);
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, {
      method,
      cache: "no-store",
      headers: {
        Accept: `${accept}, application/problem+json`,
        "X-Request-Id": sentId,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(seatToken === undefined ? {} : { Authorization: `Bearer ${seatToken}` }),
        ...(idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: limit.signal,
    });
    const requestId = response.headers.get("x-request-id") ?? sentId;
    if (response.status === 204) return { content: undefined, requestId };
    if (response.ok && accept !== "application/json") {
      // Byte for byte: as text it would lose the mark by which spreadsheets know UTF-8.
      return { content: await response.blob(), requestId };
    }
    const text = await response.text();
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch (cause) {
      throw new Unreachable("strange-answer", requestId, cause);
    }
    if (response.ok) return { content, requestId };
    const problem = Problem.safeParse(content);
    if (!problem.success) throw new Unreachable("strange-answer", requestId, problem.error);
    throw new ApiProblem(problem.data, secondsOf(response.headers.get("retry-after")));
  } catch (error) {
    if (error instanceof ApiProblem || error instanceof Unreachable) throw error;
    if (signal?.aborted) throw error;
    if (limit.signal.aborted) throw new Unreachable("timeout", sentId, error);
    const offline = typeof navigator !== "undefined" && navigator.onLine === false;
    throw new Unreachable(offline ? "offline" : "network", sentId, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  options: RequestOptions = {},
): Promise<z.infer<Schema>> {
  const { content, requestId } = await request(url, options);
  const result = schema.safeParse(content);
  if (!result.success) throw new Unreachable("strange-answer", requestId, result.error);
  return result.data;
}

/** Makes a meeting of this browser's; with the key of a try whose answer was lost, the same one. */
export function createMeeting(
  body: CreateMeetingRequest = {},
  { idempotencyKey }: { idempotencyKey?: string } = {},
): Promise<CreatedMeeting> {
  return parsed(CreatedMeeting, paths.api.create, { method: "POST", body, idempotencyKey });
}

/** The meetings this browser made. */
export function listMeetings(cursor?: string): Promise<MeetingList> {
  const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return parsed(MeetingList, paths.api.meetings + query);
}

/** Who asks, where it is not the owner's cookie that says so: a seat of the meeting. */
interface AsSeat {
  seatToken?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Hosts and cohosts: the meeting with its passcode. */
export function readHostedMeeting(meetingId: string, as: AsSeat = {}): Promise<HostedMeeting> {
  return parsed(HostedMeeting, paths.api.meeting(meetingId), as);
}

export function updateMeeting(
  meetingId: string,
  change: UpdateMeetingRequest,
  as: AsSeat = {},
): Promise<HostedMeeting> {
  const body = change;
  return parsed(HostedMeeting, paths.api.meeting(meetingId), { method: "PATCH", body, ...as });
}

/** Ends the meeting for everyone inside; it stays for the next time. */
export async function endMeeting(meetingId: string, as: AsSeat = {}): Promise<void> {
  await request(paths.api.end(meetingId), { method: "POST", ...as });
}

/** Makes this browser host, by a key from a host link. */
export function becomeHost(meetingId: string, body: BecomeHostRequest): Promise<HostedMeeting> {
  return parsed(HostedMeeting, paths.api.host(meetingId), { method: "POST", body });
}

/** A new host link; the one before is worth nothing from then on. */
export function newHostKey(meetingId: string, as: AsSeat = {}): Promise<HostKey> {
  return parsed(HostKey, paths.api.hostKey(meetingId), { method: "POST", ...as });
}

export function listKnocks(meetingId: string, as: AsSeat = {}): Promise<KnockList> {
  return parsed(KnockList, paths.api.knocks(meetingId), as);
}

/** Lets somebody in or not; everybody who waits without an identity. Returns who waits still. */
export function decideKnock(
  meetingId: string,
  decision: DecideRequest["decision"],
  { identity, ...as }: AsSeat & { identity?: string },
): Promise<KnockList> {
  const { knock, knocks } = paths.api;
  const url = identity === undefined ? knocks(meetingId) : knock(meetingId, identity);
  return parsed(KnockList, url, { method: "POST", body: { decision }, ...as });
}

/** Stops waiting to be let in: sent also while the page goes. */
export async function leaveLobby(
  meetingId: string,
  identity: string,
  as: AsSeat = {},
): Promise<void> {
  await request(paths.api.knock(meetingId, identity), { method: "DELETE", ...as });
}

export function updateParticipant(
  meetingId: string,
  identity: string,
  change: UpdateParticipantRequest,
  as: AsSeat = {},
): Promise<SeatView> {
  const url = paths.api.participant(meetingId, identity);
  return parsed(SeatView, url, { method: "PATCH", body: change, ...as });
}

/**
 * Puts somebody out, and refuses their seat from then on. With `rotate` everyone else moves to a new room in
 * the same act: whatever leaked of the old one is worth nothing.
 */
export async function removeParticipant(
  meetingId: string,
  identity: string,
  { rotate = false, ...as }: AsSeat & { rotate?: boolean } = {},
): Promise<void> {
  const url = paths.api.participant(meetingId, identity) + (rotate ? "?rotate=true" : "");
  await request(url, { method: "DELETE", ...as });
}

/** Turns everybody's microphone (or what is named) off, but for the hosts'. */
export async function muteAll(
  meetingId: string,
  body: MuteAllRequest,
  as: AsSeat = {},
): Promise<void> {
  await request(paths.api.muteAll(meetingId), { method: "POST", body, ...as });
}

/** Takes everybody's hand down. */
export async function lowerHands(meetingId: string, as: AsSeat = {}): Promise<void> {
  await request(paths.api.lowerHands(meetingId), { method: "POST", ...as });
}

/** What was written, or with a cursor what changed since; `next_cursor` goes on for ever. */
export function listMessages(
  meetingId: string,
  { cursor, ...as }: AsSeat & { cursor?: string | undefined } = {},
): Promise<MessageList> {
  const since = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  return parsed(MessageList, `${paths.api.messages(meetingId)}?limit=200${since}`, as);
}

/** Has a message kept; sent again with its id it is kept once. */
export function postMessage(
  meetingId: string,
  body: PostMessageRequest,
  as: AsSeat = {},
): Promise<Message> {
  return parsed(Message, paths.api.messages(meetingId), { method: "POST", body, ...as });
}

/** Changes a message of one's own. */
export function editMessage(
  meetingId: string,
  messageId: string,
  body: EditMessageRequest,
  as: AsSeat = {},
): Promise<Message> {
  const url = paths.api.message(meetingId, messageId);
  return parsed(Message, url, { method: "PATCH", body, ...as });
}

/** Wipes a message: one's own, or for hosts any that everybody can read. `to` is whom a file was for. */
export async function deleteMessage(
  meetingId: string,
  messageId: string,
  { to, ...as }: AsSeat & { to?: string } = {},
): Promise<void> {
  const whose = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
  await request(`${paths.api.message(meetingId, messageId)}${whose}`, { method: "DELETE", ...as });
}

export function readReport(meetingId: string, as: AsSeat = {}): Promise<MeetingReport> {
  return parsed(MeetingReport, paths.api.report(meetingId), as);
}

/** The report as a file, as the server writes it. */
export async function downloadReport(
  meetingId: string,
  file: ReportFile,
  as: AsSeat = {},
): Promise<Blob> {
  const accept = file === "json" ? "application/json" : "text/csv";
  const { content } = await request(paths.api.reportAs(meetingId, file), { ...as, accept });
  if (content instanceof Blob) return content;
  return new Blob([JSON.stringify(content, null, 2)], { type: accept });
}

export async function deleteMeeting(meetingId: string): Promise<void> {
  await request(paths.api.meeting(meetingId), { method: "DELETE" });
}

/**
 * Takes a place in the meeting, or begins to wait for one. With a seat token it is the same place as
 * before: same identity, name and role.
 */
export function joinMeeting(
  meetingId: string,
  body: JoinRequest,
  { seatToken, signal }: AsSeat = {},
): Promise<JoinedMeeting | WaitingToJoin> {
  return parsed(JoinAnswer, paths.api.join(meetingId), {
    method: "POST",
    body,
    seatToken,
    signal,
  });
}

export function readMeetingInfo(
  meetingId: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<MeetingInfo> {
  return parsed(MeetingInfo, paths.api.info(meetingId), { signal });
}

export function meetingExists(meetingId: string): Promise<MeetingExists> {
  return parsed(MeetingExists, paths.api.exists(meetingId));
}

/** Who is inside this second. */
export function listParticipants(meetingId: string, as: AsSeat = {}): Promise<ParticipantList> {
  return parsed(ParticipantList, paths.api.participants(meetingId), as);
}
