// Our API as the browser calls it. Everything that comes back is parsed, also what says no. This file
// brings the schemas (zod): load it beside the page (`import()`), not with it.
import type { z } from "zod";
import { JoinedMeeting, type JoinRequest } from "@/lib/contract/join";
import {
  CreatedMeeting,
  type CreateMeetingRequest,
  MeetingExists,
  MeetingInfo,
  MeetingList,
  type UpdateMeetingRequest,
} from "@/lib/contract/meeting";
import { ParticipantList } from "@/lib/contract/participant";
import { paths } from "@/lib/contract/paths";
import { Problem } from "@/lib/contract/problem";
import { ApiProblem, Unreachable } from "./api-error";

interface RequestOptions {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  /** Sent as the bearer credential. */
  seatToken?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}

/** Long enough for join's and create's own limit of 3.5 s on a slow line. */
const defaultTimeoutMs = 12_000;

function newRequestId(): string {
  // Not randomUUID: it is missing on plain http, where the page still has to say what is wrong.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `web-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

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
  { method = "GET", body, seatToken, signal, timeoutMs = defaultTimeoutMs }: RequestOptions,
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
        Accept: "application/json, application/problem+json",
        "X-Request-Id": sentId,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(seatToken === undefined ? {} : { Authorization: `Bearer ${seatToken}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: limit.signal,
    });
    const requestId = response.headers.get("x-request-id") ?? sentId;
    if (response.status === 204) return { content: undefined, requestId };
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

/** Makes a meeting of this browser's. */
export function createMeeting(body: CreateMeetingRequest = {}): Promise<CreatedMeeting> {
  return parsed(CreatedMeeting, paths.api.create, { method: "POST", body });
}

/** The meetings this browser made. */
export function listMeetings(cursor?: string): Promise<MeetingList> {
  const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return parsed(MeetingList, paths.api.meetings + query);
}

export function updateMeeting(
  meetingId: string,
  change: UpdateMeetingRequest,
): Promise<MeetingInfo> {
  return parsed(MeetingInfo, paths.api.meeting(meetingId), { method: "PATCH", body: change });
}

export async function deleteMeeting(meetingId: string): Promise<void> {
  await request(paths.api.meeting(meetingId), { method: "DELETE" });
}

/**
 * Takes a place in the meeting. With a seat token it is the same place as before: same identity,
 * name and role.
 */
export function joinMeeting(
  meetingId: string,
  body: JoinRequest,
  { seatToken, signal }: { seatToken?: string | undefined; signal?: AbortSignal } = {},
): Promise<JoinedMeeting> {
  return parsed(JoinedMeeting, paths.api.join(meetingId), {
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
export function listParticipants(
  meetingId: string,
  { seatToken, signal }: { seatToken?: string | undefined; signal?: AbortSignal } = {},
): Promise<ParticipantList> {
  return parsed(ParticipantList, paths.api.participants(meetingId), { seatToken, signal });
}
