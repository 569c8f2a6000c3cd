// Reads what says where things listen and lie (PORT, HOST, LIVEKIT_PORT, DATA_DIR), as Next itself would read it.
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Obstacle } from "./say.mjs";

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Adds what `.env.local`, `.env` and their kind say to `process.env`, which wins over them. Answers
 * with the environment as it was before.
 * @param {{ dev: boolean }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function loadEnvFiles({ dev }) {
  const before = { ...process.env };
  // Next's own reader, so that both of us understand a file the same way.
  const fromNext = createRequire(createRequire(import.meta.url).resolve("next/package.json"));
  fromNext("@next/env").loadEnvConfig(root, dev, { info() {}, error() {} });
  return before;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} fallback
 * @param {number} highest
 * @returns {number}
 */
function readPort(env, name, fallback, highest) {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > highest) {
    throw new Obstacle(
      `${name} is "${text}", but has to be a port: a whole number from 1 to ${highest}.`,
      `For example: ${name}=${fallback}`,
    );
  }
  return port;
}

/**
 * Where this copy listens and keeps its things. Throws an `Obstacle` that names the variable which
 * cannot be.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ port: number, host: string, livekitPort: number, dataDir: string }}
 */
export function readPlaces(env = process.env) {
  const port = readPort(env, "PORT", 3000, 65_535);
  const livekitPort = readPort(env, "LIVEKIT_PORT", 7880, 65_533);
  if (port >= livekitPort && port <= livekitPort + 2 && !env.LIVEKIT_URL) {
    throw new Obstacle(
      `PORT is ${port}, which LiveKit needs: it takes LIVEKIT_PORT and the two after it (${livekitPort} to ${livekitPort + 2}).`,
      "For example: PORT=3000 LIVEKIT_PORT=7880",
    );
  }
  const host = env.HOST?.trim() || "127.0.0.1";
  if (net.isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    throw new Obstacle(
      `HOST is "${host}", but has to be an address or a host name of this machine.`,
      "For example: HOST=127.0.0.1",
    );
  }
  return { port, host, livekitPort, dataDir: path.resolve(root, env.DATA_DIR?.trim() || ".data") };
}

/**
 * Makes the folder that keeps what must survive, for this user alone.
 * @param {string} dataDir
 */
export function makeDataDir(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Obstacle(
      `The data folder ${dataDir} cannot be written to (${error.code ?? error.message}).`,
      "Set DATA_DIR to a folder of yours, for example: DATA_DIR=.data",
    );
  }
}

/**
 * The address by which this machine reaches what listens on `host`.
 * @param {string} host
 */
export function loopbackOf(host) {
  if (host === "0.0.0.0" || host === "::" || host === "localhost") return "127.0.0.1";
  return net.isIPv6(host) ? `[${host}]` : host;
}
