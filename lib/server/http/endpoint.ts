import { Failure } from "@/lib/server/failure";
import { preflightHeaders } from "./cors";
import { handle, type RouteHandler } from "./handle";

const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Verb = (typeof verbs)[number];

/** What an address may offer by itself; HEAD and OPTIONS follow from it. */
type Offer<Params> = Partial<Record<Exclude<Verb, "HEAD" | "OPTIONS">, RouteHandler<Params>>>;

function refuse<Params>(allow: readonly string[]): RouteHandler<Params> {
  return handle<Params>(async ({ request }) => {
    throw new Failure("method-not-allowed", {
      detail: `${request.method} is not offered here; ${allow.join(", ")} is.`,
      allow,
    });
  });
}

function withoutBody<Params>(get: RouteHandler<Params>): RouteHandler<Params> {
  return async (request, context) => {
    const response = await get(request, context);
    const { status, headers } = response;
    await response.body?.cancel();
    return new Response(null, { status, headers });
  };
}

/**
 * All verbs of an address: those it offers, HEAD and OPTIONS as they follow from these, and a 405 with
 * `Allow` for every other. Next answers what a route does not export by itself, and not as a problem.
 */
export function endpoint<Params = Record<never, never>>(
  offer: Offer<Params>,
): Record<Verb, RouteHandler<Params>> {
  const allow = verbs.filter(
    (verb) => verb === "OPTIONS" || (verb === "HEAD" ? offer.GET : offer[verb]) !== undefined,
  );
  const no = refuse<Params>(allow);
  return {
    GET: offer.GET ?? no,
    HEAD: offer.GET ? withoutBody(offer.GET) : no,
    POST: offer.POST ?? no,
    PUT: offer.PUT ?? no,
    PATCH: offer.PATCH ?? no,
    DELETE: offer.DELETE ?? no,
    OPTIONS: handle<Params>(async ({ request, services }) => {
      const headers = { Allow: allow.join(", "), ...preflightHeaders(services, request, allow) };
      return new Response(null, { status: 204, headers });
    }),
  };
}
