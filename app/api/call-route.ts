// Calls the routes as Next does, without a server: for tests. Every answer is held against the document.
import type { RouteHandler } from "@/lib/server/http/handle";
import { holdAgainstDocument } from "@/lib/server/openapi/hold-against-document";
import * as unknown from "./[...path]/route";
import * as live from "./health/live/route";
import * as ready from "./health/ready/route";
import * as webhook from "./v1/livekit/webhook/route";
import * as calendar from "./v1/meetings/[meetingId]/calendar.ics/route";
import * as end from "./v1/meetings/[meetingId]/end/route";
import * as exists from "./v1/meetings/[meetingId]/exists/route";
import * as host from "./v1/meetings/[meetingId]/host/route";
import * as hostKey from "./v1/meetings/[meetingId]/host-key/route";
import * as info from "./v1/meetings/[meetingId]/info/route";
import * as join from "./v1/meetings/[meetingId]/join/route";
import * as knock from "./v1/meetings/[meetingId]/knocks/[identity]/route";
import * as knocks from "./v1/meetings/[meetingId]/knocks/route";
import * as message from "./v1/meetings/[meetingId]/messages/[messageId]/route";
import * as messages from "./v1/meetings/[meetingId]/messages/route";
import * as participant from "./v1/meetings/[meetingId]/participants/[identity]/route";
import * as lowerHands from "./v1/meetings/[meetingId]/participants/lower-hands/route";
import * as muteAll from "./v1/meetings/[meetingId]/participants/mute-all/route";
import * as participants from "./v1/meetings/[meetingId]/participants/route";
import * as report from "./v1/meetings/[meetingId]/report/route";
import * as rotate from "./v1/meetings/[meetingId]/rotate/route";
import * as meeting from "./v1/meetings/[meetingId]/route";
import * as create from "./v1/meetings/create/route";
import * as meetings from "./v1/meetings/route";
import * as openapi from "./v1/openapi.json/route";

export const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Verb = (typeof verbs)[number];

/** Every parameter that any route takes. */
type AnyParams = { meetingId: string; identity: string; messageId: string };

type Verbs<Params> = Record<Verb, RouteHandler<Params>>;

/** By the address with the names of its parameters; what is spelled out comes before what is not. */
const routes: Record<string, Verbs<AnyParams>> = {
  "/api/health/live": live,
  "/api/health/ready": ready,
  "/api/v1/livekit/webhook": webhook,
  "/api/v1/meetings": meetings,
  "/api/v1/meetings/create": create,
  "/api/v1/openapi.json": openapi,
  "/api/v1/meetings/[meetingId]": meeting,
  "/api/v1/meetings/[meetingId]/calendar.ics": calendar,
  "/api/v1/meetings/[meetingId]/end": end,
  "/api/v1/meetings/[meetingId]/exists": exists,
  "/api/v1/meetings/[meetingId]/host": host,
  "/api/v1/meetings/[meetingId]/host-key": hostKey,
  "/api/v1/meetings/[meetingId]/info": info,
  "/api/v1/meetings/[meetingId]/join": join,
  "/api/v1/meetings/[meetingId]/knocks": knocks,
  "/api/v1/meetings/[meetingId]/knocks/[identity]": knock,
  "/api/v1/meetings/[meetingId]/messages": messages,
  "/api/v1/meetings/[meetingId]/messages/[messageId]": message,
  "/api/v1/meetings/[meetingId]/participants": participants,
  "/api/v1/meetings/[meetingId]/participants/lower-hands": lowerHands,
  "/api/v1/meetings/[meetingId]/participants/mute-all": muteAll,
  "/api/v1/meetings/[meetingId]/participants/[identity]": participant,
  "/api/v1/meetings/[meetingId]/report": report,
  "/api/v1/meetings/[meetingId]/rotate": rotate,
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

function patternOf(template: string): RegExp {
  return new RegExp(
    `^${template.replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)").replaceAll(".", "\\.")}$`,
  );
}

const patterns = Object.keys(routes).map((template) => ({
  template,
  pattern: patternOf(template),
}));

/** The answer of whichever route has the address, the one for unknown addresses included. */
export async function callRoute(
  method: Verb,
  address: string,
  options: CallOptions = {},
): Promise<Response> {
  const url = new URL(address, "http://app.test");
  const request = requestOf(method, url, options);
  for (const { template, pattern } of patterns) {
    const match = pattern.exec(url.pathname);
    const route = match && routes[template];
    if (!route) continue;
    const { meetingId = "", identity = "", messageId = "" } = match.groups ?? {};
    const response = await route[method](request, {
      params: Promise.resolve({ meetingId, identity, messageId }),
    });
    await holdAgainstDocument(method, template, response.clone());
    return response;
  }
  const path = url.pathname.split("/").slice(2);
  return await anywhereElse[method](request, { params: Promise.resolve({ path }) });
}
