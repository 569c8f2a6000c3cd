import type { Caller } from "@/lib/server/meetings/caller";
import type { Services } from "@/lib/server/services";
import { isAllowedOrigin } from "./cors";

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/**
 * Whether a page of ours sent this request: what a cookie may be trusted with. A page of a site that the
 * operator named is let through as a program is, with whom a cookie is worth nothing.
 */
export function requestOrigin(
  headers: Headers,
  services: Pick<Services, "config">,
): Caller["origin"] {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return "ours";
  const origin = headers.get("origin");
  if (isAllowedOrigin(services, origin)) return "unsaid";
  if (site !== null) return "foreign";
  if (origin === null) return "unsaid";
  const host = hostOf(origin);
  if (host === undefined) return "foreign";
  const { frontendUrl } = services.config;
  return host === headers.get("host") || host === hostOf(frontendUrl) ? "ours" : "foreign";
}
