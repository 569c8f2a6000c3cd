// What is fetched once is kept for every clone of this user, and is whole or not there at all.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const DAY_MS = 86_400_000;

/**
 * The folder that clones share.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheDir(env = process.env) {
  if (env.LIVEKIT_CACHE_DIR) return path.resolve(env.LIVEKIT_CACHE_DIR);
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, "livekit-meetings");
  if (process.platform === "win32" && env.LOCALAPPDATA) {
    return path.join(env.LOCALAPPDATA, "livekit-meetings");
  }
  return path.join(os.homedir(), ".cache", "livekit-meetings");
}

/**
 * Lets `work` fill a draft folder inside `folder`, and removes it afterwards; what `work` wants to
 * keep it renames out of the draft, which is on the same disk.
 * @template T
 * @param {string} folder
 * @param {(draft: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDraft(folder, work) {
  fs.mkdirSync(folder, { recursive: true });
  // What a killed process could not remove. A day is more than any of this takes.
  for (const name of fs.readdirSync(folder)) {
    const old = path.join(folder, name);
    const isOld = name.startsWith(".draft-") && Date.now() - fs.statSync(old).mtimeMs > DAY_MS;
    if (isOld) fs.rmSync(old, { recursive: true, force: true });
  }
  const draft = fs.mkdtempSync(path.join(folder, ".draft-"));
  try {
    return await work(draft);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}
