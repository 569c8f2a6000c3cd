import type { Readiness } from "@/lib/contract/health";
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";

/** An answer with a body. */
export function ok(body: unknown, headers?: Record<string, string>): Response {
  return Response.json(body, { status: 200, ...(headers ? { headers } : {}) });
}

export function created(body: unknown, headers?: Record<string, string>): Response {
  return Response.json(body, { status: 201, ...(headers ? { headers } : {}) });
}

/** 201 with a place, 202 for whoever waits for one. */
export function joined(answer: JoinedMeeting | WaitingToJoin): Response {
  if ("participant_token" in answer) return created(answer);
  const seconds = Math.max(1, Math.ceil(answer.retry_after_ms / 1000));
  return Response.json(answer, { status: 202, headers: { "Retry-After": String(seconds) } });
}

/** 201 for what is new, 200 for what was there already. */
export function createdOnce(body: unknown, { isNew }: { isNew: boolean }): Response {
  return isNew ? created(body) : ok(body);
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** Sends a browser on. The address is relative: `Host` is the client's word, and may be wrong. */
export function seeOther(location: string, headers?: Record<string, string>): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: location } });
}

/** 200 while everything answers, 503 otherwise: what load balancers look at. */
export function health(readiness: Readiness): Response {
  return Response.json(readiness, { status: readiness.status === "ok" ? 200 : 503 });
}
