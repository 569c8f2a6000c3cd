import type { Services } from "@/lib/server/services";

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers) for what this request was
 * counted against; nothing where it was against none.
 */
export function rateLimitHeaders({ notes }: Pick<Services, "notes">): Record<string, string> {
  const policies: string[] = [];
  const states: string[] = [];
  for (const [name, { most, windowSeconds, state }] of notes?.quotas ?? []) {
    policies.push(`"${name}";q=${most};w=${windowSeconds}`);
    if (state) states.push(`"${name}";r=${state.remaining};t=${state.resetSeconds}`);
  }
  return {
    ...(policies.length > 0 ? { "RateLimit-Policy": policies.join(", ") } : {}),
    ...(states.length > 0 ? { RateLimit: states.join(", ") } : {}),
  };
}
