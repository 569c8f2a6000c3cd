// For live tests: services on a real LiveKit and a real store, which scripts/test.mjs starts.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { createLiveKitMediaServer } from "@/lib/server/livekit/media-server";
import { readWebhook } from "@/lib/server/livekit/webhook";
import { createLog } from "@/lib/server/log";
import { createParticipantCounts } from "@/lib/server/meetings/participant-counts";
import { keyFor } from "@/lib/server/meetings/sealing";
import type { Store } from "@/lib/server/ports/store";
import { newHints, type Services } from "@/lib/server/services";
import { openStore } from "@/lib/server/store/open-store";

/** Where the real servers are; throws outside of `npm test -- live`. */
export function liveEnv() {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, TEST_DATABASE_URL, LIVE_WEBHOOK_PORT } =
    z
      .object({
        LIVEKIT_URL: z.url(),
        LIVEKIT_API_KEY: z.string(),
        LIVEKIT_API_SECRET: z.string(),
        TEST_DATABASE_URL: z.url(),
        LIVE_WEBHOOK_PORT: z.coerce.number(),
      })
      .parse(process.env);
  return {
    livekitUrl: LIVEKIT_URL,
    keys: { apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET },
    databaseUrl: TEST_DATABASE_URL,
    /** Where that LiveKit sends its webhooks: one test at a time may listen. */
    webhookPort: LIVE_WEBHOOK_PORT,
  };
}

/** An empty store of a test's own; each `open` is what one more process would open. */
export interface LiveStore {
  open(): Store;
  clean(): Promise<unknown>;
}

async function onSqlite(): Promise<LiveStore> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "meetings-live-"));
  return {
    open: () => openStore({ dataDir }),
    clean: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function onPostgres(): Promise<LiveStore> {
  const { databaseUrl: server } = liveEnv();
  const name = `meetings_${randomBytes(6).toString("hex")}`;
  const asAdministrator = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await asAdministrator(`create database ${name}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    open: () => openStore({ databaseUrl, dataDir: "/nowhere" }),
    clean: () => asAdministrator(`drop database ${name} with (force)`),
  };
}

/** Both kinds, for `describe.each`. */
export const stores: [name: string, make: () => Promise<LiveStore>][] = [
  ["SQLite", onSqlite],
  ["PostgreSQL", onPostgres],
];

/** What a process of the app would stand on. `logged` gets every line of its log. */
export function liveServices(
  store: Store,
  { logged = [], ...change }: { livekitUrl?: string; logged?: string[] } = {},
): Services {
  const { livekitUrl, keys } = liveEnv();
  const media = createLiveKitMediaServer({ url: change.livekitUrl ?? livekitUrl, ...keys });
  const clock = { now: () => new Date() };
  return {
    store,
    media,
    counts: createParticipantCounts(media, clock),
    clock,
    log: createLog("debug", { write: (line) => logged.push(line) }),
    hints: newHints(),
    config: {
      frontendUrl: "http://app.test",
      livekitPublicUrl: livekitUrl.replace(/^http/, "ws"),
      onVercel: false,
      apiKeys: [],
      allowedOrigins: [],
      retentionDays: 90,
      passcodeKey: keyFor("passcodes", keys.apiSecret),
    },
    readWebhook: (body, authorization) => readWebhook(body, authorization, keys),
  };
}
