// What LiveKit itself says of who was in, from its log.
import fs from "node:fs";
import { z } from "zod";

const Line = z.object({ participant: z.string(), participantID: z.string() });
const told =
  /^(\S+)\t\w+\t[^\t]*\t[^\t]*\t(starting RTC session|participant active|participant closing)\t(\{.*\})$/;

/**
 * How long an identity was in the meeting, session by session, in ms: from the moment LiveKit calls it active, from
 * which others see it and media may pass, until it closed. 0 for one that never came that far, `Infinity` for one
 * that goes on.
 */
export function sessionsOf(logFile: string, identity: string): number[] {
  const active = new Map<string, number>();
  const lengths = new Map<string, number>();
  for (const line of fs.readFileSync(logFile, "utf8").split("\n")) {
    const [, at = "", what, details = ""] = told.exec(line) ?? [];
    if (what === undefined) continue;
    const { participant, participantID } = Line.parse(JSON.parse(details));
    if (participant !== identity) continue;
    const since = active.get(participantID);
    if (what === "participant active") active.set(participantID, Date.parse(at));
    if (what === "participant closing")
      lengths.set(participantID, since === undefined ? 0 : Date.parse(at) - since);
    // Who is closed as they become active may be written of in either order: none of them opens again.
    else if (!lengths.has(participantID)) lengths.set(participantID, Number.POSITIVE_INFINITY);
  }
  return [...lengths.values()];
}
