// Starts a real LiveKit server on this machine's loopback. dev, start, the tests and `npm run livekit` all come through here.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChild, stopOnSignals } from "./lib/children.mjs";
import { loadEnvFiles, loopbackOf, makeDataDir, readPlaces } from "./lib/env.mjs";
import { findLiveKit } from "./lib/find-livekit.mjs";
import { checkPorts } from "./lib/ports.mjs";
import { Obstacle, run, say } from "./lib/say.mjs";
import { signalGroup } from "./lib/signal-group.mjs";

const START_TIMEOUT_MS = 15_000;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * @typedef {object} LiveKit
 * @property {string} url  for `LIVEKIT_URL`
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {string} logFile    what LiveKit says, line by line
 * @property {() => Promise<void>} stop     ends it at once, calls or not
 * @property {() => Promise<void>} kill     ends it as a crash would
 * @property {() => Promise<void>} start    starts it again after `stop` or `kill`: same port, same keys
 * @property {() => Promise<void>} restart  `stop` and `start`
 * @property {() => void} freeze   answers nobody until `thaw`, as a network that is away
 * @property {() => void} thaw
 */

/**
 * Starts LiveKit and waits until it answers. It ends when this process ends, however that happens.
 * `onCrash` hears of it when the server ends without having been asked to.
 * @param {object} options
 * @param {string} [options.binary]      found or brought when left out
 * @param {number} options.port          its media use the two after it
 * @param {string} options.apiKey
 * @param {string} options.apiSecret
 * @param {string} options.dataDir       where its log goes
 * @param {string} [options.webhookUrl]
 * @param {string} [options.logFile]
 * @param {(how: string) => void} [options.onCrash]
 * @returns {Promise<LiveKit>}
 */
export async function startLiveKit(options) {
  const { port, apiKey, apiSecret, dataDir } = options;
  const binary =
    options.binary ?? (await findLiveKit({ env: { ...process.env, LIVEKIT_URL: "" } }));
  if (!binary) throw new Obstacle("There is no LiveKit server to start.");
  makeDataDir(dataDir);
  const logFile = options.logFile ?? path.join(dataDir, "livekit.log");
  /** @type {import("./lib/children.mjs").Child | undefined} */
  let child;
  let wanted = false;

  const start = async () => {
    if (child?.isRunning()) return;
    keepLogShort(logFile);
    const started = startChild("LiveKit", binary, [], {
      // Keys go by the environment: arguments can be read by everyone on the machine. Nothing else of
      // ours does, since LiveKit takes settings from variables too.
      env: {
        PATH: process.env.PATH,
        ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
        LIVEKIT_CONFIG: JSON.stringify(livekitConfig(options)),
      },
      logFile,
    });
    child = started;
    wanted = true;
    void started.exited.then(({ code, signal }) => {
      if (!wanted || child !== started) return;
      wanted = false;
      options.onCrash?.(signal ? `signal ${signal}` : `exit code ${code}`);
    });
    await untilItAnswers(port, started, logFile);
  };
  const stop = async () => {
    wanted = false;
    // It drains until the last participant has left, unless it is asked twice.
    await child?.stop({ graceMs: 1500, twice: true });
  };
  const kill = async () => {
    wanted = false;
    await child?.kill();
  };
  const restart = async () => {
    await stop();
    await start();
  };

  const freeze = () => {
    if (child) signalGroup(child.pid, "SIGSTOP");
  };
  const thaw = () => {
    if (child) signalGroup(child.pid, "SIGCONT");
  };

  await start();
  const url = `ws://127.0.0.1:${port}`;
  return { url, apiKey, apiSecret, logFile, stop, kill, start, restart, freeze, thaw };
}

/**
 * What we start LiveKit with: loopback alone, and rooms that only our server makes.
 * @param {{ port: number, apiKey: string, apiSecret: string, webhookUrl?: string }} options
 */
export function livekitConfig({ port, apiKey, apiSecret, webhookUrl }) {
  return {
    port,
    bind_addresses: ["127.0.0.1"],
    rtc: {
      tcp_port: port + 1,
      udp_port: port + 2,
      node_ip: "127.0.0.1",
      use_external_ip: false,
      // Media over UDP stays on loopback too, and needs no other network. Tried on Linux alone: elsewhere
      // the system may refuse to answer from loopback to the address a browser sends from.
      ...(process.platform === "linux"
        ? { enable_loopback_candidate: true, ips: { includes: ["127.0.0.0/8"] } }
        : {}),
    },
    keys: { [apiKey]: apiSecret },
    room: { auto_create: false },
    logging: { level: "info", json: false },
    ...(webhookUrl ? { webhook: { api_key: apiKey, urls: [webhookUrl] } } : {}),
  };
}

/**
 * The keys of the LiveKit server that we start: random at the first call, then the same for good. Two
 * processes that ask at once get the same.
 * @param {string} dataDir
 * @returns {{ apiKey: string, apiSecret: string }}
 */
export function livekitKeys(dataDir) {
  makeDataDir(dataDir);
  const file = path.join(dataDir, "livekit-keys.json");
  if (!fs.existsSync(file)) {
    const keys = {
      apiKey: `API${randomBytes(9).toString("hex")}`,
      apiSecret: randomBytes(32).toString("base64url"),
    };
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    try {
      // A link, unlike a rename, leaves alone what another process has put there meanwhile.
      fs.linkSync(draft, file);
    } catch (error) {
      if (error.code !== "EEXIST") fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL);
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }
  try {
    const { apiKey, apiSecret } = JSON.parse(fs.readFileSync(file, "utf8"));
    if (typeof apiKey === "string" && typeof apiSecret === "string" && apiSecret.length >= 32) {
      return { apiKey, apiSecret };
    }
  } catch {
    // Told below, in the same words.
  }
  throw new Obstacle(
    `${file} does not hold LiveKit's keys.`,
    "Delete it; new ones are made at the next start.",
  );
}

function keepLogShort(logFile) {
  try {
    if (fs.statSync(logFile).size > LOG_LIMIT_BYTES) fs.renameSync(logFile, `${logFile}.1`);
  } catch {
    // None yet.
  }
}

const answers = (port) =>
  new Promise((resolve) => {
    const request = http.get({ host: "127.0.0.1", port, path: "/", timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });

async function untilItAnswers(port, child, logFile) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.isRunning() && Date.now() < deadline) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const how = child.isRunning() ? `did not answer on port ${port} in 15 s` : "ended at once";
  await child.kill();
  throw new Obstacle(
    `The LiveKit server ${how}. It said:\n${lastOf(logFile)}`,
    `Its log: ${logFile}`,
  );
}

function lastOf(file) {
  try {
    return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  } catch {
    return "(nothing)";
  }
}

async function main() {
  loadEnvFiles({ dev: true });
  const { port, host, livekitPort, dataDir } = readPlaces();
  await checkPorts({ livekitPort }, { command: "npm run livekit" });
  const binary = await findLiveKit({ env: { ...process.env, LIVEKIT_URL: "" } });
  const livekit = await startLiveKit({
    binary,
    port: livekitPort,
    ...livekitKeys(dataDir),
    dataDir,
    webhookUrl: webhookUrl({ host, port }),
    onCrash: (how) => {
      process.stderr.write(`LiveKit ended by itself (${how}). Its log: ${dataDir}/livekit.log\n`);
      process.exit(1);
    },
  });
  stopOnSignals(() => livekit.stop());
  say(`LiveKit is ready: ${livekit.url} (its keys: ${path.join(dataDir, "livekit-keys.json")})`);
}

/**
 * Where LiveKit on this machine tells the app what happens.
 * @param {{ host: string, port: number }} app
 */
export function webhookUrl({ host, port }) {
  return `http://${loopbackOf(host)}:${port}/api/v1/livekit/webhook`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void run(main);
