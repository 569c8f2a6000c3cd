// People who do not exist, for stories that need more of them than browsers can be afforded.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const script = path.resolve(import.meta.dirname, "../scripts/crowd.mjs");

/** Small pictures; and they go by themselves where a story fails before it sends them away. */
const small = ["--video", "160x92@6", "--seconds", "120"];

export interface Crowd {
  /** They leave as people do. */
  leave(): Promise<void>;
}

/** Brings people into a meeting; returns once all are in. `options` are those of `scripts/crowd.mjs`. */
export async function bringCrowd(link: string, ...options: string[]): Promise<Crowd> {
  const child = spawn(process.execPath, [script, link, ...small, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const isIn = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (/^\d+ (person is|people are) in$/m.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The crowd ended (${code}): ${said}`)));
  });
  const gone = once(child, "exit");
  await isIn;
  return {
    leave: async () => {
      child.kill("SIGINT");
      await gone;
    },
  };
}
