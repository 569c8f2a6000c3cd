// A LiveKit server and the built app, for one worker alone, on ports of its own.
import fs from "node:fs";
import path from "node:path";
import { startChild } from "../scripts/lib/children.mjs";
import { freePorts } from "../scripts/lib/free-ports.mjs";
import { startLiveKit } from "../scripts/livekit.mjs";

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

/** Starts both, on a store of their own. */
export async function startStack(): Promise<Stack> {
  const binary = process.env.LIVEKIT_SERVER_BIN;
  if (!binary)
    throw new Error("Run the stories with `npm test -- e2e`: it finds LiveKit for them.");
  const [port = 0, livekitPort = 0] = await freePorts(4);
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

  let app: ReturnType<typeof startChild> | undefined;
  const logFile = path.join(folder, "app.log");

  const startApp = async () => {
    const child = startChild("the app", process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      logFile,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: path.join(folder, "data"),
        FRONTEND_URL: url,
        LIVEKIT_URL: livekit.url,
        LIVEKIT_API_KEY: apiKey,
        LIVEKIT_API_SECRET: apiSecret,
      },
    });
    app = child;
    const end = Date.now() + 30_000;
    while (!(await answers(`${url}/api/health/ready`))) {
      if (!child.isRunning() || Date.now() > end) {
        throw new Error(`The app did not start:\n${fs.readFileSync(logFile, "utf8").slice(-4000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const stopApp = async () => {
    await app?.stop({ graceMs: 10_000 });
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
      await livekit.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
