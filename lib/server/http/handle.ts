import { randomBytes } from "node:crypto";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { SpokenMeetingId } from "@/lib/contract/meeting-id";
import { MessageId } from "@/lib/contract/message";
import { Failure } from "@/lib/server/failure";
import { createLog, type Log } from "@/lib/server/log";
import { apiKeyIn } from "@/lib/server/meetings/api-keys";
import type { Caller } from "@/lib/server/meetings/caller";
import { limitApiKey } from "@/lib/server/meetings/limits";
import { newNotes, type Services, services } from "@/lib/server/services";
import { corsHeaders } from "./cors";
import { problemResponse } from "./problem-response";
import { rateLimitHeaders } from "./rate-limit-headers";
import { readCaller } from "./read-caller";

/** What a route is given. The services log with the request's id. */
export interface Call<Params> {
  request: Request;
  params: Params;
  services: Services;
  /** Read when asked for: health checks and webhooks have no caller. */
  caller(): Promise<Caller>;
}

export type RouteHandler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** The caller's own id for the request, if it is a sane one, or a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && /^[\w.-]{8,64}$/.test(given) ? given : `req-${randomBytes(12).toString("hex")}`;
}

function finish(
  response: Response,
  requestId: string,
  more: Readonly<Record<string, string>>,
): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  headers.set("X-Request-Id", requestId);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  return response;
}

/** For what goes wrong before there is a configuration to log by. */
let bareLog: Log | undefined;

function logWithout(requestId: string): Log {
  bareLog ??= createLog("info");
  return bareLog.child({ request_id: requestId });
}

/** Who is calling. A program with an API key is named in the log, and counted, from here on. */
async function identify(own: Services, headers: Headers): Promise<Caller> {
  const caller = await readCaller(own, headers);
  const apiKey = apiKeyIn(own, caller.authorization);
  if (apiKey && own.notes) {
    own.notes.apiKey = apiKey.name;
    own.log = own.log.child({ api_key: apiKey.name });
    await limitApiKey(own, apiKey.name);
  }
  return caller;
}

/**
 * Wraps what a route does: gives it an id, a log and the caller, and makes an answer of whatever it
 * throws.
 */
export function handle<Params = Record<never, never>>(
  run: (call: Call<Params>) => Promise<Response>,
): RouteHandler<Params> {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers);
    let own: Services | undefined;
    let response: Response;
    try {
      const shared = services();
      const of: Services = {
        ...shared,
        log: shared.log.child({ request_id: requestId }),
        notes: newNotes(),
      };
      own = of;
      response = await run({
        request,
        params: await context.params,
        services: of,
        caller: () => identify(of, request.headers),
      });
    } catch (error) {
      response = problemResponse(error, {
        requestId,
        log: own?.log ?? logWithout(requestId),
        ...(own ? { frontendUrl: own.config.frontendUrl } : {}),
      });
    }
    return finish(
      response,
      requestId,
      own ? { ...rateLimitHeaders(own), ...corsHeaders(own, request) } : {},
    );
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Failure("malformed-url", { cause });
  }
}

/** A participant's identity out of the address; whether there is such a one is found out later. */
export function identityOf(params: { identity: string }): string {
  const identity = decoded(params.identity);
  if (/^[\w-]{1,64}$/.test(identity)) return identity;
  throw new Failure("invalid-request", {
    detail: "This cannot be the identity of a participant.",
    errors: [{ pointer: "/identity", detail: "1 to 64 letters, digits, - and _." }],
  });
}

/** The id out of the address, in its one spelling; `invalid-request` for what cannot be one. */
export function meetingIdOf(params: { meetingId: string }): MeetingId {
  const parsed = SpokenMeetingId.safeParse(decoded(params.meetingId));
  if (parsed.success) return parsed.data;
  throw new Failure("invalid-request", {
    detail: "This cannot be the id of a meeting.",
    errors: [{ pointer: "/meeting_id", detail: "A meeting id looks like abc-defg-hij." }],
  });
}

/** The message's id out of the address; `invalid-request` for what cannot be one. */
export function messageIdOf(params: { messageId: string }): MessageId {
  const parsed = MessageId.safeParse(decoded(params.messageId));
  if (parsed.success) return parsed.data;
  throw new Failure("invalid-request", {
    detail: "This cannot be the id of a message.",
    errors: [{ pointer: "/message_id", detail: "It is what `message_id` of a message says." }],
  });
}
