// Brings up LiveKit (unless LIVEKIT_URL names one) and the app, waits until both answer, and takes both down again.
import { stripVTControlCharacters } from "node:util";
import { livekitKeys, startLiveKit, webhookUrl } from "../livekit.mjs";
import { isStopping, killChildren, startChild, stopOnSignals } from "./children.mjs";
import { loadEnvFiles, loopbackOf, makeDataDir, readPlaces, root } from "./env.mjs";
import { findLiveKit } from "./find-livekit.mjs";
import { checkHost, checkPorts } from "./ports.mjs";
import { during, Obstacle, say, sayError } from "./say.mjs";

const CRASHES_IN_A_ROW = 3;
const CRASH_MEMORY_MS = 60_000;
const guardUrl = new URL("../guard.mjs", import.meta.url).href;
/** What Next says of itself while starting; the one line that counts is ours. */
const banner =
  /^\s*$|^\s*(▲|- (Local|Network|Environments|Experiments|Cache)|✓ (Starting|Ready|Compiled|Running)|○ Compiling|(Creating|Starting) )/;

/**
 * Starts everything and returns when the address has been printed; the process goes on until a signal
 * or the app's end.
 * @param {object} options
 * @param {boolean} options.dev
 * @param {string} options.command  what the person typed, for what we tell them to type
 * @param {number} options.graceMs  how long the app may take for the requests that are running
 * @param {(places: { port: number, host: string }) => { args: string[], env?: NodeJS.ProcessEnv }} options.app
 *   Node's arguments for the app, and variables of its own
 */
export async function launch({ dev, command, graceMs, app }) {
  const before = loadEnvFiles({ dev });
  const places = readPlaces();
  const { port, host, livekitPort, dataDir } = places;
  const ownLiveKit = !process.env.LIVEKIT_URL;
  await checkHost(host);
  await checkPorts({ port, ...(ownLiveKit ? { livekitPort } : {}) }, { host, command });
  makeDataDir(dataDir);

  /** @type {import("../livekit.mjs").LiveKit | undefined} */
  let livekit;
  /** @type {import("./children.mjs").Child | undefined} */
  let next;
  stopOnSignals(() => Promise.all([next?.stop({ graceMs }), livekit?.stop()]));

  if (ownLiveKit) {
    const keys = keysOf(process.env) ?? livekitKeys(dataDir);
    const binary = await findLiveKit();
    const startedAt = Date.now();
    livekit = await startLiveKit({
      ...(binary ? { binary } : {}),
      ...keys,
      port: livekitPort,
      dataDir,
      webhookUrl: webhookUrl(places),
      onCrash: crashHandler(() => livekit, dataDir),
    });
    say(`LiveKit is up on port ${livekitPort} (${Date.now() - startedAt} ms)`);
  }

  const { args, env } = app(places);
  let forwarded = 0;
  let isReady = false;
  next = startChild("the app", process.execPath, args, {
    cwd: root,
    env: {
      // In development Next reads the files by itself, and again when they change.
      ...(dev ? before : process.env),
      ...env,
      ...(livekit
        ? {
            LIVEKIT_URL: livekit.url,
            LIVEKIT_API_KEY: livekit.apiKey,
            LIVEKIT_API_SECRET: livekit.apiSecret,
          }
        : {}),
      PORT: String(port),
      HOST: host,
      HOSTNAME: host,
      DATA_DIR: dataDir,
      FRONTEND_URL: process.env.FRONTEND_URL || `http://localhost:${port}`,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_OPTIONS: [before.NODE_OPTIONS, `--import=${guardUrl}`].filter(Boolean).join(" "),
      ...(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {}),
    },
    onLine: (line) => {
      const plain = stripVTControlCharacters(line);
      if (/^\s*GET \/api\/health\//.test(plain) || (!isReady && banner.test(plain))) return;
      forwarded += 1;
      say(line);
    },
  });
  const app_ = next;
  void app_.exited.then(async ({ code, signal }) => {
    if (isStopping()) return;
    if (forwarded === 0) for (const line of app_.lastLines()) process.stderr.write(`${line}\n`);
    process.stderr.write(
      `\nThe app ended by itself (${signal ? `signal ${signal}` : `exit code ${code}`}); what it said last stands above.\n`,
    );
    await livekit?.stop();
    await killChildren();
    process.exit(1);
  });

  const address = `http://${loopbackOf(host)}:${port}`;
  await during("Starting the app", untilReady(`${address}/api/health/ready`));
  isReady = true;
  const shown = loopbackOf(host) === "127.0.0.1" ? `http://localhost:${port}` : address;
  say(`Meetings is ready: ${shown}`);
}

/**
 * Keys of the operator's own for the server that we start.
 * @param {NodeJS.ProcessEnv} env
 */
function keysOf({ LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret }) {
  if (!apiKey || !apiSecret) return undefined;
  if (apiSecret.length < 32) {
    throw new Obstacle(
      "LIVEKIT_API_SECRET is too short: the LiveKit server wants at least 32 characters.",
      "Leave LIVEKIT_API_KEY and LIVEKIT_API_SECRET out, and keys are made at random.",
    );
  }
  return { apiKey, apiSecret };
}

function crashHandler(livekit, dataDir) {
  let crashes = [];
  return (how) => {
    if (isStopping()) return;
    crashes = [...crashes.filter((time) => Date.now() - time < CRASH_MEMORY_MS), Date.now()];
    const log = `Its log: ${dataDir}/livekit.log`;
    if (crashes.length >= CRASHES_IN_A_ROW || !livekit()) {
      process.stderr.write(`LiveKit ended by itself again (${how}); it stays down. ${log}\n`);
      return;
    }
    process.stderr.write(`LiveKit ended by itself (${how}); it is being started again. ${log}\n`);
    livekit().start().catch(sayError);
  };
}

/**
 * Waits until the app says that it is ready; says once what it still waits for.
 * @param {string} url
 */
async function untilReady(url) {
  let told = false;
  while (!isStopping()) {
    const missing = await readiness(url);
    if (missing === undefined) return;
    if (missing && !told) {
      told = true;
      say(`The app is up, but ${missing}. It goes on trying.`);
    }
    await new Promise((resolve) => setTimeout(resolve, told ? 1000 : 100));
  }
}

/** What stands between the app and being ready: undefined for nothing, "" while it says nothing yet. */
async function readiness(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (response.ok) return undefined;
    const { store, livekit } = await response.json();
    const missing = [
      store?.ok === false ? "the store cannot be reached (DATABASE_URL, DATA_DIR)" : "",
      livekit?.ok === false ? "LiveKit cannot be reached (LIVEKIT_URL, LIVEKIT_API_KEY)" : "",
    ];
    return missing.filter(Boolean).join(" and ");
  } catch {
    return "";
  }
}
