import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EnvProblem, parseEnv } from "./env";

const good = {
  LIVEKIT_URL: "ws://127.0.0.1:7880",
  LIVEKIT_API_KEY: "devkey",
  LIVEKIT_API_SECRET: "s".repeat(32),
};

function sentencesFor(change: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv({ ...good, ...change });
  } catch (error) {
    if (error instanceof EnvProblem) return error.sentences;
    throw error;
  }
  return [];
}

describe("the configuration", () => {
  it("has a default for all but LiveKit", () => {
    expect(parseEnv(good)).toMatchObject({
      databaseUrl: undefined,
      frontendUrl: "http://localhost:3000",
      livekit: { url: good.LIVEKIT_URL, publicUrl: good.LIVEKIT_URL },
      logLevel: "info",
      onVercel: false,
    });
    expect(parseEnv({ ...good, PORT: "3100" }).frontendUrl).toBe("http://localhost:3100");
    expect(parseEnv({ ...good, FRONTEND_URL: "https://meet.example.org/" }).frontendUrl).toBe(
      "https://meet.example.org",
    );
    expect(parseEnv({ ...good, FRONTEND_URL: "", LOG_LEVEL: " " }).logLevel).toBe("info");
  });

  it("gives browsers a socket's address, whatever LIVEKIT_URL is", () => {
    const publicUrl = (change: Record<string, string>) =>
      parseEnv({ ...good, ...change }).livekit.publicUrl;
    expect(publicUrl({ LIVEKIT_URL: "https://lk.example.org/" })).toBe("wss://lk.example.org");
    expect(publicUrl({ LIVEKIT_PUBLIC_URL: "wss://lk.example.org" })).toBe("wss://lk.example.org");
  });

  it("has a sentence for a FRONTEND_URL that is no address at all", () => {
    expect(sentencesFor({ FRONTEND_URL: "nonsense" })).toHaveLength(1);
  });

  it("names every wrong variable at once, what it has to be and an example", () => {
    const sentences = sentencesFor({
      LIVEKIT_URL: "localhost:7880",
      LIVEKIT_API_SECRET: undefined,
      PORT: "http",
      FRONTEND_URL: "https://meet.example.org/path",
      LOG_LEVEL: "loud",
      TRUST_PROXY: "yes",
    });
    const names = sentences.map((sentence) => sentence.split(" ")[0]);
    expect(names.sort()).toEqual(
      [
        "FRONTEND_URL",
        "LIVEKIT_API_SECRET",
        "LIVEKIT_URL",
        "LOG_LEVEL",
        "PORT",
        "TRUST_PROXY",
      ].sort(),
    );
    for (const sentence of sentences)
      expect(sentence).toMatch(/has to be .+ For example: [A-Z_]+=/);
  });

  it("never shows a secret", () => {
    const sentences = sentencesFor({
      LIVEKIT_API_SECRET: "tooshort",
      DATABASE_URL: "mysql://me:hunter2@db/x",
    }).join("\n");
    expect(sentences).toContain("LIVEKIT_API_SECRET has to be");
    expect(sentences).toContain("DATABASE_URL has to be");
    expect(sentences).not.toMatch(/tooshort|hunter2/);
  });

  it("takes several named API keys, and keeps only their hashes", () => {
    const [crm, school] = [`key_${"a".repeat(32)}`, `key_${"b-_9".repeat(9)}`];
    const { apiKeys } = parseEnv({
      ...good,
      MEETINGS_API_KEYS: ` crm:${crm}, school.1:${school},`,
    });
    expect(apiKeys).toEqual([
      { name: "crm", hash: createHash("sha256").update(crm).digest("hex") },
      { name: "school.1", hash: createHash("sha256").update(school).digest("hex") },
    ]);
    expect(parseEnv({ ...good, MEETINGS_API_KEYS: "" }).apiKeys).toEqual([]);
  });

  it.each([
    `key_${"hunter2".repeat(6)}`,
    `crm:${"hunter2".repeat(6)}`,
    "crm:key_hunter2",
    `a b:key_${"hunter2".repeat(6)}`,
    `crm:key_${"hunter2".repeat(6)},crm:key_${"hunter3".repeat(6)}`,
    `a:key_${"hunter2".repeat(6)},b:key_${"hunter2".repeat(6)}`,
    `crm:key_${"hunter2".repeat(6)};b:key_${"hunter3".repeat(6)}`,
  ])("refuses the API keys %s without showing them", (MEETINGS_API_KEYS) => {
    const [sentence, ...more] = sentencesFor({ MEETINGS_API_KEYS });
    expect(sentence).toMatch(/^MEETINGS_API_KEYS has to be a list of name:key pairs/);
    expect(sentence).not.toMatch(/hunter/);
    expect(more).toEqual([]);
  });

  it("keeps meetings for 90 days, or as long as it says", () => {
    expect(parseEnv(good).retentionDays).toBe(90);
    expect(parseEnv({ ...good, MEETING_RETENTION_DAYS: "365" }).retentionDays).toBe(365);
    for (const MEETING_RETENTION_DAYS of ["0", "-1", "1.5", "forever", "999999"]) {
      expect(sentencesFor({ MEETING_RETENTION_DAYS })[0]).toMatch(
        /^MEETING_RETENTION_DAYS has to be/,
      );
    }
  });

  it("opens the API to the sites that are named as browsers name them, and to no other", () => {
    const { allowedOrigins } = parseEnv({
      ...good,
      ALLOWED_ORIGINS: "https://www.example.org, http://localhost:8080",
    });
    expect(allowedOrigins).toEqual(["https://www.example.org", "http://localhost:8080"]);
    expect(parseEnv(good).allowedOrigins).toEqual([]);
    for (const ALLOWED_ORIGINS of [
      "*",
      "null",
      "www.example.org",
      "https://www.example.org/",
      "https://www.example.org/path",
      "https://*.example.org",
      "https://www.example.org https://b.example.org",
    ]) {
      expect(sentencesFor({ ALLOWED_ORIGINS })[0]).toMatch(
        /^ALLOWED_ORIGINS has to be the origins/,
      );
    }
  });

  it.each([
    "postgre://me:hun/ter2@db/x",
    "me:hunter2@db:5432/x",
    "host=db user=me password=hunter2",
    "mysql://db/x?user=me&password=hunter2",
  ])("shows nothing of a database's address: %s", (DATABASE_URL) => {
    const sentences = sentencesFor({ DATABASE_URL }).join("\n");
    expect(sentences).toContain("DATABASE_URL has to be");
    expect(sentences).not.toMatch(/hunter2|hun\/|ter2/);
  });

  it("shows no login in an address of another kind", () => {
    expect(sentencesFor({ FRONTEND_URL: "ftp://me:hun/ter2@db/x" }).join()).not.toMatch(/ter2/);
  });

  it("on Vercel needs a database, and finds its own address", () => {
    expect(sentencesFor({ VERCEL: "1" }).join()).toContain("DATABASE_URL has to be set on Vercel");
    const vercel = {
      ...good,
      VERCEL: "1",
      DATABASE_URL: "postgres://db/x",
      VERCEL_PROJECT_PRODUCTION_URL: "meet.example.org",
      VERCEL_URL: "meet-abc.vercel.app",
    };
    expect(parseEnv({ ...vercel, VERCEL_ENV: "production" }).frontendUrl).toBe(
      "https://meet.example.org",
    );
    expect(parseEnv({ ...vercel, VERCEL_ENV: "preview" }).frontendUrl).toBe(
      "https://meet-abc.vercel.app",
    );
  });
});
