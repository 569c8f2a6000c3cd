import type { Readiness } from "@/lib/contract/health";

/** An answer with a body. */
export function ok(body: unknown, headers?: Record<string, string>): Response {
  return Response.json(body, { status: 200, ...(headers ? { headers } : {}) });
}

export function created(body: unknown, headers?: Record<string, string>): Response {
  return Response.json(body, { status: 201, ...(headers ? { headers } : {}) });
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
