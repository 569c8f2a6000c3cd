import type { Caller } from "@/lib/server/meetings/caller";

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/** Whether a page of ours sent this request: what a cookie may be trusted with. */
export function requestOrigin(headers: Headers, frontendUrl: string): Caller["origin"] {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" ? "ours" : "foreign";
  const origin = headers.get("origin");
  if (origin === null) return "unsaid";
  const host = hostOf(origin);
  if (host === undefined) return "foreign";
  return host === headers.get("host") || host === hostOf(frontendUrl) ? "ours" : "foreign";
}
