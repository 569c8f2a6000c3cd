// Finds a LiveKit server, or brings one: what is named, what is there, what we kept, the official release, Go.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheDir, withDraft } from "./cache.mjs";
import { runChild } from "./children.mjs";
import { during, Obstacle, say } from "./say.mjs";

// 1.13.6 and later carry replace directives, which `go install` refuses.
export const LIVEKIT_VERSION = "1.13.5";
const RELEASE = `https://github.com/livekit/livekit/releases/download/v${LIVEKIT_VERSION}`;
const MODULE = `github.com/livekit/livekit-server/cmd/server@v${LIVEKIT_VERSION}`;
const CONNECT_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 300_000;
const BUILD_TIMEOUT_MS = 900_000;
const exe = process.platform === "win32" ? ".exe" : "";

/**
 * @typedef {object} Ways
 * @property {(binary: string) => string | undefined} versionOf  what a binary says of itself; undefined when it does not run
 * @property {(name: string) => string | undefined} onPath
 * @property {() => string} cached  where our copy lies or would lie
 * @property {(to: string) => Promise<string | undefined>} fetchRelease  undefined when done, else why not
 * @property {(to: string) => Promise<string | undefined>} buildWithGo   undefined when done, else why not
 */

/**
 * A LiveKit server to start, or undefined where LIVEKIT_URL says that one is running elsewhere.
 * Throws an `Obstacle` that names every way out when there is none to be had.
 * @param {{ env?: NodeJS.ProcessEnv, ways?: Ways }} [options]
 * @returns {Promise<string | undefined>}
 */
export async function findLiveKit({ env = process.env, ways = realWays(env) } = {}) {
  if (env.LIVEKIT_URL) return undefined;
  if (env.LIVEKIT_SERVER_BIN) {
    if (ways.versionOf(env.LIVEKIT_SERVER_BIN)) return env.LIVEKIT_SERVER_BIN;
    throw new Obstacle(
      `LIVEKIT_SERVER_BIN is "${env.LIVEKIT_SERVER_BIN}", but has to be a livekit-server that runs on this machine.`,
      "For example: LIVEKIT_SERVER_BIN=/usr/local/bin/livekit-server. Leave it out to have one found or fetched.",
    );
  }
  const installed = ways.onPath("livekit-server");
  if (installed && ways.versionOf(installed)) return installed;
  const cached = ways.cached();
  if (ways.versionOf(cached)) return cached;

  const release = await ways.fetchRelease(cached);
  if (release === undefined) return cached;
  say(`  not to be had: ${release}`);
  const build = await ways.buildWithGo(cached);
  if (build === undefined) return cached;
  throw new Obstacle(
    `There is no LiveKit server on this machine, and none could be brought: ${release}; ${build}.`,
    [
      "Any of these helps:",
      "  - install livekit-server so that it is on the PATH (macOS: brew install livekit; Linux: curl -sSL https://get.livekit.io | bash)",
      "  - LIVEKIT_SERVER_BIN=/path/to/livekit-server",
      `  - install Go (https://go.dev/dl), which builds it here: go install ${MODULE}`,
      "  - LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET of a server elsewhere, or of LiveKit Cloud (https://cloud.livekit.io)",
    ].join("\n"),
  );
}

/**
 * The name of the official archive for a platform; undefined where there is none (macOS has Homebrew).
 * @param {string} platform
 * @param {string} arch
 */
export function releaseArchive(platform, arch) {
  const system = { linux: "linux", win32: "windows" }[platform];
  const processor = { x64: "amd64", arm64: "arm64", arm: "armv7" }[arch];
  if (!system || !processor) return undefined;
  return `livekit_${LIVEKIT_VERSION}_${system}_${processor}.${platform === "win32" ? "zip" : "tar.gz"}`;
}

/**
 * The SHA-256 that a `checksums.txt` gives for a file.
 * @param {string} list
 * @param {string} file
 */
export function checksumOf(list, file) {
  for (const line of list.split("\n")) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && /^[0-9a-f]{64}$/i.test(sum ?? "")) return sum?.toLowerCase();
  }
  return undefined;
}

/**
 * The first program of that name in the folders of PATH.
 * @param {string} name
 * @param {string | undefined} folders
 */
export function findOnPath(name, folders) {
  for (const folder of (folders ?? "").split(path.delimiter)) {
    const file = path.join(folder, name + exe);
    if (folder && isRunnable(file)) return file;
  }
  return undefined;
}

function isRunnable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function versionOf(binary) {
  const { status, stdout } = spawnSync(binary, ["--version"], {
    encoding: "utf8",
    timeout: 10_000,
  });
  return status === 0 && /livekit/i.test(stdout) ? stdout.trim() : undefined;
}

/**
 * Fetches an address. The short patience is for the first bytes alone: a machine without a network
 * goes on quickly, a slow one may take its time for the rest.
 * @param {string} url
 * @returns {Promise<Buffer>}
 */
async function download(url) {
  const abort = new AbortController();
  const connect = setTimeout(() => abort.abort(), CONNECT_TIMEOUT_MS);
  const whole = setTimeout(() => abort.abort(), DOWNLOAD_TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    clearTimeout(connect);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(connect);
    clearTimeout(whole);
  }
}

async function fetchRelease(to) {
  const archive = releaseArchive(process.platform, process.arch);
  if (!archive) return `there is no official build for ${process.platform} ${process.arch}`;
  try {
    const list = await during(
      `Fetching LiveKit ${LIVEKIT_VERSION} (once; kept in ${path.dirname(to)})`,
      download(`${RELEASE}/checksums.txt`),
    );
    const expected = checksumOf(list.toString("utf8"), archive);
    if (!expected) return "the release publishes no checksum for this platform";
    const bytes = await during(`Fetching ${archive}`, download(`${RELEASE}/${archive}`));
    if (createHash("sha256").update(bytes).digest("hex") !== expected) {
      return "what arrived does not have the published checksum";
    }
    return await withDraft(path.dirname(to), async (draft) => {
      fs.writeFileSync(path.join(draft, archive), bytes);
      // Windows' tar reads zip too.
      const unpack = spawnSync("tar", ["-xf", archive], { cwd: draft });
      const binary = path.join(draft, `livekit-server${exe}`);
      if (unpack.status !== 0 || !isRunnable(binary)) return "the archive could not be unpacked";
      if (!versionOf(binary)) return "the official build does not run here";
      fs.renameSync(binary, to);
      return undefined;
    });
  } catch (error) {
    return `GitHub could not be reached (${reasonOf(error)})`;
  }
}

function reasonOf(error) {
  if (error.name === "AbortError") return "no answer in time";
  return error.cause?.code ?? error.message;
}

async function buildWithGo(to, env) {
  const go =
    findOnPath("go", env.PATH) ?? ["/usr/local/go/bin/go", "/opt/homebrew/bin/go"].find(isRunnable);
  if (!go) return "Go is not installed";
  return withDraft(path.dirname(to), async (draft) => {
    const build = runChild("go", go, ["install", MODULE], {
      env: { ...env, GOBIN: draft },
    });
    const timeout = new Promise((resolve) => {
      setTimeout(() => resolve(undefined), BUILD_TIMEOUT_MS).unref();
    });
    const result = await during(
      `Building LiveKit ${LIVEKIT_VERSION} with Go (once, about a minute and a half)`,
      Promise.race([build, timeout]),
    );
    if (!result) return "Go took too long to build it";
    const binary = path.join(draft, `server${exe}`);
    if (result.code !== 0 || !versionOf(binary)) {
      return `Go could not build it (${result.lastLines.at(-1) ?? `exit code ${result.code}`})`;
    }
    fs.renameSync(binary, to);
    return undefined;
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Ways}
 */
function realWays(env) {
  return {
    versionOf: (binary) => (isRunnable(binary) ? versionOf(binary) : undefined),
    onPath: (name) => findOnPath(name, env.PATH),
    cached: () => path.join(cacheDir(env), `livekit-server-${LIVEKIT_VERSION}${exe}`),
    fetchRelease,
    buildWithGo: (to) => buildWithGo(to, env),
  };
}
