import { instantOf, type WallTime } from "@/lib/client/zoned-time";

/** Why a date and a time cannot be taken. */
type TimeFault = "missing" | "past" | "skipped";

/** The instant meant, as the API takes it, or why it cannot be. */
export function readTime(
  wall: WallTime,
  timeZone: string,
  now: Date,
): { at: string } | { fault: TimeFault } {
  const instant = instantOf(wall, timeZone);
  if (instant === "invalid") return { fault: "missing" };
  if (instant === "skipped") return { fault: "skipped" };
  // The minute that it is may still be chosen.
  if (instant.getTime() + 60_000 <= now.getTime()) return { fault: "past" };
  return { at: instant.toISOString() };
}
