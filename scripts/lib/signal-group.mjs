// A child and all that it started get a signal together: each child leads a process group of its own.
import { spawnSync } from "node:child_process";

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @returns {boolean} whether there was anyone to get it
 */
export function signalGroup(pid, signal) {
  if (process.platform === "win32") {
    return spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]).status === 0;
  }
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
