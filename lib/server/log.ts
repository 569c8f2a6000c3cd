import "server-only";
import pino from "pino";

export type Log = pino.Logger;

/** What must never be read in a log, in whatever field it came: tokens, keys, logins in addresses. */
const secrets: readonly [RegExp, string][] = [
  [/eyJ[\w-]{10,}\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\b(host|seat|key)_[\w-]{20,}/g, "$1_[secret]"],
  [/(\w+:\/\/)[^\s"]+@/g, "$1[login]@"],
];

function withoutSecrets(line: string): string {
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

const hidden = [
  "token",
  "participant_token",
  "seat_token",
  "host_key",
  "passcode",
  "authorization",
  "cookie",
];

/** The server's log: JSON lines on standard output. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: hidden.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}
