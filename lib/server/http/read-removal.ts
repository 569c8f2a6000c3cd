import { z } from "zod";

/** What goes along with a removal; the OpenAPI document publishes it. */
export const RemovalQuery = z.object({
  rotate: z
    .enum(["true", "false"], "It is true or false.")
    .default("false")
    .describe(
      "Whether everybody else moves to a new room, where no old LiveKit token lets one in.",
    ),
});

/** What the query asks for. */
export function readRemoval(request: Request): { rotate: boolean } {
  const { searchParams } = new URL(request.url);
  const { rotate } = RemovalQuery.parse({ rotate: searchParams.get("rotate") ?? undefined });
  return { rotate: rotate === "true" };
}
