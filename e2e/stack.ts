// A LiveKit server and the built app, for one worker alone, on ports of its own.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { startChild } from "../scripts/lib/children.mjs";
import { freePorts } from "../scripts/lib/free-ports.mjs";
import { startLiveKit } from "../scripts/livekit.mjs";
import { startRoundRobin } from "./round-robin";

const root = path.resolve(import.meta.dirname, "..");
const apiKey = "story";
const apiSecret = "a-secret-that-only-the-stories-use-0123456789";

export interface Stack {
  /** Where the app is, without a slash at the end. */
  url: string;
  livekit: Awaited<ReturnType<typeof startLiveKit>>;
  /** Ends the app at once and starts it again on the same store. */
  restartApp(): Promise<void>;
  stopApp(): Promise<void>;
  startApp(): Promise<void>;
  stop(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** How the app runs: one process on an SQLite file, or two on one PostgreSQL behind a load balancer. */
export type StackKind = "sqlite" | "postgres";

/** An empty database on the server that the tests brought, and what takes it away again. */
async function newDatabase() {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("Run the stories with `npm test -- e2e`: it brings PostgreSQL.");
  const name = `stories_${randomBytes(6).toString("hex")}`;
  const asAdministrator = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await asAdministrator(`create database ${name}`);
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    drop: () => asAdministrator(`drop database ${name} with (force)`),
  };
}

interface AppOptions {
  port: number;
  folder: string;
  env: Record<string, string>;
}

/** One process of the app, not started yet. */
function appProcess({ port, folder, env }: AppOptions) {
  let app: ReturnType<typeof startChild> | undefined;
  const logFile = path.join(folder, `app-${port}.log`);
  return {
    start: async () => {
      const child = startChild("the app", process.execPath, ["scripts/start.mjs"], {
        cwd: root,
        logFile,
        env: { ...process.env, ...env, PORT: String(port) },
      });
      app = child;
      const end = Date.now() + 30_000;
      while (!(await answers(`http://localhost:${port}/api/health/ready`))) {
        if (!child.isRunning() || Date.now() > end) {
          throw new Error(
            `The app did not start:\n${fs.readFileSync(logFile, "utf8").slice(-4000)}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: async () => {
      await app?.stop({ graceMs: 10_000 });
    },
  };
}

/** Starts both, on a store of their own. */
export async function startStack(kind: StackKind = "sqlite"): Promise<Stack> {
  const binary = process.env.LIVEKIT_SERVER_BIN;
  if (!binary)
    throw new Error("Run the stories with `npm test -- e2e`: it finds LiveKit for them.");
  const [port = 0, livekitPort = 0, , , firstPort = 0, secondPort = 0] = await freePorts(6);
  const url = `http://localhost:${port}`;
  fs.mkdirSync(path.join(root, ".cache"), { recursive: true });
  const folder = fs.mkdtempSync(path.join(root, ".cache", "story-"));
  const livekit = await startLiveKit({
    binary,
    port: livekitPort,
    apiKey,
    apiSecret,
    webhookUrl: `http://127.0.0.1:${port}/api/v1/livekit/webhook`,
    dataDir: folder,
  });
  const env = {
    DATA_DIR: path.join(folder, "data"),
    FRONTEND_URL: url,
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
  };

  const database = kind === "postgres" ? await newDatabase() : undefined;
  const ports = database ? [firstPort, secondPort] : [port];
  const balancer = database ? await startRoundRobin(port, ports) : undefined;
  const apps = ports.map((own) =>
    appProcess({
      port: own,
      folder,
      env: database ? { ...env, DATABASE_URL: database.url, TRUST_PROXY: "1" } : env,
    }),
  );
  const startApp = async () => {
    await Promise.all(apps.map((app) => app.start()));
  };
  const stopApp = async () => {
    await Promise.all(apps.map((app) => app.stop()));
  };

  await startApp();
  return {
    url,
    livekit,
    startApp,
    stopApp,
    restartApp: async () => {
      await stopApp();
      await startApp();
    },
    stop: async () => {
      await stopApp();
      await balancer?.stop();
      await livekit.stop();
      await database?.drop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
