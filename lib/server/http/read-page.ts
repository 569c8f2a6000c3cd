import { z } from "zod";
import type { Page } from "@/lib/server/meetings/list-meetings";

/** How long lists are paged; the OpenAPI document publishes it. */
export const PageQuery = z.object({
  cursor: z.string().min(1).max(500).optional().describe("`next_cursor` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe("The most on one page."),
});

/** How messages are paged: a cursor never ends, it waits for what changes next. */
export const MessagesQuery = z.object({
  cursor: z.string().min(1).max(500).optional().describe("`next_cursor` of the answer before."),
  limit: z.coerce.number().int().min(1).max(200).default(100).describe("The most in one answer."),
});

function queryOf(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    cursor: searchParams.get("cursor") ?? undefined,
    limit: searchParams.get("limit") ?? undefined,
  };
}

/** The page that the query asks for. */
export function readPage(request: Request): Page {
  return PageQuery.parse(queryOf(request));
}

/** The messages that the query asks for. */
export function readMessagesPage(request: Request): Page {
  return MessagesQuery.parse(queryOf(request));
}
