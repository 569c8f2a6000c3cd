// What LiveKit itself says of who was in, from its log.
import fs from "node:fs";
import { z } from "zod";

const Line = z.object({ participant: z.string(), participantID: z.string() });
const told = /^(\S+)\t\w+\t[^\t]*\t[^\t]*\t(starting RTC session|participant closing)\t(\{.*\})$/;

/**
 * How long each session of an identity was, in ms: from LiveKit's taking the token until it closed, media and all.
 * `Infinity` for one that goes on.
 */
export function sessionsOf(logFile: string, identity: string): number[] {
  const began = new Map<string, number>();
  const lengths = new Map<string, number>();
  for (const line of fs.readFileSync(logFile, "utf8").split("\n")) {
    const [, at = "", what, details = ""] = told.exec(line) ?? [];
    if (what === undefined) continue;
    const { participant, participantID } = Line.parse(JSON.parse(details));
    if (participant !== identity) continue;
    const start = began.get(participantID);
    if (what === "starting RTC session") {
      began.set(participantID, Date.parse(at));
      lengths.set(participantID, Number.POSITIVE_INFINITY);
    } else if (start !== undefined) lengths.set(participantID, Date.parse(at) - start);
  }
  return [...lengths.values()];
}
