import { z } from "zod";
import type { Page } from "@/lib/server/meetings/list-meetings";

/** How long lists are paged; the OpenAPI document publishes it. */
export const PageQuery = z.object({
  cursor: z.string().min(1).max(500).optional().describe("`next_cursor` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("The most on one page."),
});

/** The page that the query asks for. */
export function readPage(request: Request): Page {
  const { searchParams } = new URL(request.url);
  return PageQuery.parse({
    cursor: searchParams.get("cursor") ?? undefined,
    limit: searchParams.get("limit") ?? undefined,
  });
}
