import { randomBytes } from "node:crypto";
import type { MeetingId } from "@/lib/contract/meeting-id";
import { SpokenMeetingId } from "@/lib/contract/meeting-id";
import { Failure } from "@/lib/server/failure";
import { createLog, type Log } from "@/lib/server/log";
import type { Caller } from "@/lib/server/meetings/caller";
import { type Services, services } from "@/lib/server/services";
import { problemResponse } from "./problem-response";
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

function finish(response: Response, requestId: string): Response {
  const { headers } = response;
  headers.set("X-Request-Id", requestId);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  return response;
}

/** For what goes wrong before there is a configuration to log by. */
let bareLog: Log | undefined;

/**
 * Wraps what a route does: gives it an id, a log and the caller, and makes an answer of whatever it
 * throws.
 */
export function handle<Params = Record<never, never>>(
  run: (call: Call<Params>) => Promise<Response>,
): RouteHandler<Params> {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers);
    let log: Log | undefined;
    let frontendUrl: string | undefined;
    try {
      const shared = services();
      frontendUrl = shared.config.frontendUrl;
      log = shared.log.child({ request_id: requestId });
      const own = { ...shared, log };
      const response = await run({
        request,
        params: await context.params,
        services: own,
        caller: () => readCaller(own, request.headers),
      });
      return finish(response, requestId);
    } catch (error) {
      if (!log) {
        bareLog ??= createLog("info");
        log = bareLog.child({ request_id: requestId });
      }
      return finish(
        problemResponse(error, { requestId, log, ...(frontendUrl ? { frontendUrl } : {}) }),
        requestId,
      );
    }
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Failure("malformed-url", { cause });
  }
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
