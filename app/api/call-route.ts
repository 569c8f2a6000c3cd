// Calls the routes as Next does, without a server: for tests.
import type { RouteHandler } from "@/lib/server/http/handle";
import * as unknown from "./[...path]/route";
import * as live from "./health/live/route";
import * as ready from "./health/ready/route";
import * as webhook from "./v1/livekit/webhook/route";
import * as exists from "./v1/meetings/[meetingId]/exists/route";
import * as info from "./v1/meetings/[meetingId]/info/route";
import * as join from "./v1/meetings/[meetingId]/join/route";
import * as participants from "./v1/meetings/[meetingId]/participants/route";
import * as meeting from "./v1/meetings/[meetingId]/route";
import * as create from "./v1/meetings/create/route";
import * as meetings from "./v1/meetings/route";
import * as openapi from "./v1/openapi.json/route";

export const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Verb = (typeof verbs)[number];

type Verbs<Params> = Record<Verb, RouteHandler<Params>>;

const fixed: Record<string, Verbs<Record<never, never>>> = {
  "/api/health/live": live,
  "/api/health/ready": ready,
  "/api/v1/livekit/webhook": webhook,
  "/api/v1/meetings": meetings,
  "/api/v1/meetings/create": create,
  "/api/v1/openapi.json": openapi,
};

const ofMeeting: Record<string, Verbs<{ meetingId: string }>> = {
  "": meeting,
  exists,
  info,
  join,
  participants,
};

const anywhereElse: Verbs<{ path: string[] }> = unknown;

export interface CallOptions {
  headers?: Record<string, string>;
  /** Sent as JSON, but for a string, bytes or a stream, which go as they are. */
  body?: unknown;
}

function requestOf(method: Verb, url: URL, { headers, body }: CallOptions): Request {
  const isRaw = typeof body === "string" || body instanceof Blob || body instanceof ReadableStream;
  return new Request(url, {
    method,
    headers: {
      ...(body === undefined || isRaw ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body), duplex: "half" }),
  });
}

/** The answer of whichever route has the address, the one for unknown addresses included. */
export async function callRoute(
  method: Verb,
  address: string,
  options: CallOptions = {},
): Promise<Response> {
  const url = new URL(address, "http://app.test");
  const request = requestOf(method, url, options);
  const exact = fixed[url.pathname];
  if (exact) return await exact[method](request, { params: Promise.resolve({}) });
  const [, meetingId = "", rest = ""] =
    /^\/api\/v1\/meetings\/([^/]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  const found = meetingId ? ofMeeting[rest] : undefined;
  if (found) return await found[method](request, { params: Promise.resolve({ meetingId }) });
  const path = url.pathname.split("/").slice(2);
  return await anywhereElse[method](request, { params: Promise.resolve({ path }) });
}
