// Lets pages of other sites call the API, where the operator named them (ALLOWED_ORIGINS). With no
// credentials of the browser's: a page elsewhere has to bring a key or a seat, never the owner's cookie.
import type { Services } from "@/lib/server/services";

type Known = Pick<Services, "config">;

const exposed = [
  "Location",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "WWW-Authenticate",
  "X-Request-Id",
];
const accepted = ["Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id"];
/** Browsers cap it; Chromium at two hours. */
const preflightKeptSeconds = 7200;

/** Whether the request came from a page of a site that the operator named. */
export function isAllowedOrigin({ config }: Known, origin: string | null): boolean {
  return origin !== null && config.allowedOrigins.includes(origin);
}

/** What every answer of the API says about other sites. */
export function corsHeaders(services: Known, request: Request): Record<string, string> {
  if (services.config.allowedOrigins.length === 0) return {};
  const origin = request.headers.get("origin");
  if (origin === null || !isAllowedOrigin(services, origin)) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Expose-Headers": exposed.join(", "),
  };
}

/** What a browser wants to know before it sends a page's request; nothing for who may not send any. */
export function preflightHeaders(
  services: Known,
  request: Request,
  methods: readonly string[],
): Record<string, string> {
  const isPreflight = request.headers.has("access-control-request-method");
  if (!isPreflight || !isAllowedOrigin(services, request.headers.get("origin"))) return {};
  return {
    "Access-Control-Allow-Methods": methods.join(", "),
    "Access-Control-Allow-Headers": accepted.join(", "),
    "Access-Control-Max-Age": String(preflightKeptSeconds),
  };
}
