import { DeleteMessageQuery } from "@/lib/contract/message";

/** What the query says about the message that is to be deleted. */
export function readDeletion(request: Request): { to?: string | undefined } {
  const { searchParams } = new URL(request.url);
  return DeleteMessageQuery.parse({ to: searchParams.get("to") ?? undefined });
}
