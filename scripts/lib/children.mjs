// Starts programs that end when we end, however that happens: Ctrl-C, a closed terminal, kill -9.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { signalGroup } from "./signal-group.mjs";

const KEPT_LINES = 40;
const PARENT_CHECK_MS = 500;
const keeperFile = fileURLToPath(new URL("./keeper.mjs", import.meta.url));

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @property {() => boolean} isRunning
 * @property {() => string[]} lastLines  what it printed last, where its output is read by us
 * @property {(options?: { graceMs?: number, twice?: boolean, signal?: NodeJS.Signals }) => Promise<void>} stop
 *   asks it to end, waits, and ends it by force after `graceMs`; `twice` asks again at once, for
 *   programs that take the second request as "now"
 * @property {() => Promise<void>} kill  ends it by force, as a crash would
 */

/** @type {Map<number, Child>} */
const children = new Map();
/** @type {import("node:child_process").ChildProcess | undefined} */
let keeper;

function tellKeeper(line) {
  if (!keeper) {
    // NODE_OPTIONS is ours, not the keeper's; Windows wants SystemRoot.
    const env = process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {};
    keeper = spawn(process.execPath, [keeperFile], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
      cwd: os.tmpdir(),
      env,
      windowsHide: true,
    });
    keeper.stdin.on("error", () => {});
    keeper.on("error", () => {});
    keeper.on("exit", () => {
      keeper = undefined;
      for (const pid of children.keys()) tellKeeper(`+${pid}`);
    });
    keeper.unref();
    keeper.stdin.unref?.();
  }
  keeper.stdin.write(`${line}\n`);
}

/**
 * Starts a program. Its output goes to `logFile`, or to `onLine` line by line, or with `inherit` to
 * our own; without any of these only the last lines are kept.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, logFile?: string, inherit?: boolean, onLine?: (line: string) => void, user?: { uid: number, gid: number } }} [options]
 *   `user`: whom it runs as, where that is not us
 * @returns {Child}
 */
export function startChild(name, command, args, options = {}) {
  const log = options.logFile ? fs.openSync(options.logFile, "a", 0o600) : undefined;
  const output = log ?? (options.inherit ? "inherit" : "pipe");
  const process_ = spawn(command, args, {
    stdio: ["ignore", output, output],
    detached: process.platform !== "win32",
    windowsHide: true,
    ...(options.env ? { env: options.env } : {}),
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...options.user,
  });
  if (log !== undefined) fs.closeSync(log);
  const pid = process_.pid ?? 0;

  const last = [];
  const read = (line) => {
    last.push(line);
    if (last.length > KEPT_LINES) last.shift();
    options.onLine?.(line);
  };
  for (const stream of [process_.stdout, process_.stderr]) {
    if (stream)
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", read);
  }

  let running = true;
  const exited = new Promise((resolve) => {
    const end = (code, signal) => {
      if (!running) return;
      running = false;
      if (pid) {
        // What it started and left behind goes too.
        signalGroup(pid, "SIGKILL");
        children.delete(pid);
        tellKeeper(`-${pid}`);
      }
      resolve({ code, signal });
    };
    process_.on("error", (error) => {
      if (process_.pid === undefined) {
        read(error.message);
        end(127, null);
      }
    });
    // Its output is still being read at "exit"; "close" may wait for a grandchild that holds the pipe.
    process_.on("exit", (code, signal) => setTimeout(() => end(code, signal), 20));
  });

  const child = {
    name,
    pid,
    exited,
    isRunning: () => running,
    lastLines: () => [...last],
    stop: async ({ graceMs = 3000, twice = false, signal = "SIGTERM" } = {}) => {
      if (!running) return;
      signalGroup(pid, signal);
      const again = twice ? setTimeout(() => running && signalGroup(pid, signal), 100) : undefined;
      const force = setTimeout(() => running && signalGroup(pid, "SIGKILL"), graceMs);
      await exited;
      clearTimeout(again);
      clearTimeout(force);
    },
    kill: async () => {
      if (!running) return;
      signalGroup(pid, "SIGKILL");
      await exited;
    },
  };
  if (pid) {
    children.set(pid, child);
    tellKeeper(`+${pid}`);
  }
  return child;
}

/**
 * Runs a program to its end, and answers with its exit code.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof startChild>[3]} [options]
 * @returns {Promise<{ code: number, lastLines: string[] }>}
 */
export async function runChild(name, command, args, options = {}) {
  const child = startChild(name, command, args, options);
  const { code } = await child.exited;
  return { code: code ?? 1, lastLines: child.lastLines() };
}

/** Ends every child by force; for the moment when asking takes too long. */
export async function killChildren() {
  await Promise.all([...children.values()].map((child) => child.kill()));
}

/** Who started us; and where npm did so by a shell that stays between, who started that. */
function forebears() {
  const parent = process.ppid;
  try {
    const command = fs.readFileSync(`/proc/${parent}/cmdline`, "utf8").split("\0");
    if (!command.includes("-c")) return String(parent);
    // The name in brackets may hold anything; the state and the parent's id come after it.
    const stat = fs.readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    // Not Linux: shells there hand over to us.
    return String(parent);
  }
}

/** Whether whoever reads this has asked for the end already. */
let stopping = false;
export const isStopping = () => stopping;

/**
 * Ctrl-C, a closed terminal, a polite kill, or the end of the npm that started us: runs `stop`
 * (children it forgets are ended by force) and exits with 0. A second Ctrl-C does not wait.
 * @param {() => Promise<unknown>} stop
 */
export function stopOnSignals(stop) {
  const end = async () => {
    if (stopping) {
      await killChildren();
      process.exit(130);
    }
    stopping = true;
    try {
      await stop();
    } finally {
      await killChildren();
      process.exit(0);
    }
  };
  let last = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // npm passes on the Ctrl-C that the terminal has sent us already.
      if (Date.now() - last < 300) return;
      last = Date.now();
      void end();
    });
  }
  if (process.env.npm_lifecycle_event) {
    const before = forebears();
    setInterval(() => {
      if (forebears() !== before && !stopping) void end();
    }, PARENT_CHECK_MS).unref();
  }
}
