// Finds Schemathesis, which tries out an API by its document, or brings it: what is named, what is on the
// PATH, what we keep; else into a Python environment of its own.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { aptInstall } from "./apt.mjs";
import { cacheDir, withDraft } from "./cache.mjs";
import { runChild } from "./children.mjs";
import { findOnPath } from "./find-livekit.mjs";
import { during, Obstacle, say } from "./say.mjs";

export const SCHEMATHESIS_VERSION = "4.32.5";
const isWindows = process.platform === "win32";
const oldestPython = [3, 10];

/** Where a Python environment keeps its programs. */
const programOf = (environment, name) =>
  isWindows
    ? path.join(environment, "Scripts", `${name}.exe`)
    : path.join(environment, "bin", name);

/** @param {string} program */
function versionOf(program) {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** A Python that is new enough, if there is one. */
function findPython() {
  return ["python3", "python"]
    .map((name) => findOnPath(name, process.env.PATH))
    .find((program) => {
      const [, major, minor] =
        /^Python (\d+)\.(\d+)/.exec((program && versionOf(program)) ?? "") ?? [];
      return Number(major) === oldestPython[0] && Number(minor) >= oldestPython[1];
    });
}

/** Makes an environment with Schemathesis in it. Undefined when done, else why not. */
async function makeEnvironment(python, target) {
  // An environment holds its own path, so it is made where it stays, and counts once it is marked whole.
  return await withDraft(cacheDir(), async (draft) => {
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-q"];
    const make = () => runChild("venv", python, ["-m", "venv", "--clear", target]);
    let made = await make();
    if (made.code !== 0) {
      // Debian keeps this module apart.
      const refusal = await aptInstall(["python3-venv"]);
      if (refusal) return `Python has no venv module: ${refusal}`;
      made = await make();
      if (made.code !== 0) return `Python could not make an environment: ${made.lastLines.at(-1)}`;
    }
    const installed = await runChild("pip", programOf(target, "python"), [
      ...pip,
      `schemathesis==${SCHEMATHESIS_VERSION}`,
    ]);
    if (installed.code !== 0) return `pip could not fetch it: ${installed.lastLines.at(-1)}`;
    const mark = path.join(draft, "whole");
    fs.writeFileSync(mark, "");
    fs.renameSync(mark, path.join(target, "whole"));
    return undefined;
  });
}

const realWays = {
  versionOf,
  onPath: () => findOnPath("schemathesis", process.env.PATH),
  environment: () => path.join(cacheDir(), `schemathesis-${SCHEMATHESIS_VERSION}`),
  isWhole: (environment) => fs.existsSync(path.join(environment, "whole")),
  python: findPython,
  makeEnvironment: (python, target) =>
    during("Fetching Schemathesis (once)", makeEnvironment(python, target)),
};

/**
 * The path of Schemathesis, or undefined on a machine that has no Python to run it. Throws an `Obstacle`
 * where there is Python and it cannot be brought all the same.
 * @param {{ env?: NodeJS.ProcessEnv, ways?: typeof realWays }} [options]
 * @returns {Promise<string | undefined>}
 */
export async function findSchemathesis({ env = process.env, ways = realWays } = {}) {
  const named = env.SCHEMATHESIS;
  if (named) {
    if (ways.versionOf(named)) return named;
    throw new Obstacle(
      `SCHEMATHESIS is "${named}", which does not run.`,
      "Leave it out to have it found or fetched.",
    );
  }
  const onPath = ways.onPath();
  // Another version knows other checks and other names for them.
  if (onPath && ways.versionOf(onPath)?.endsWith(SCHEMATHESIS_VERSION)) return onPath;
  const environment = ways.environment();
  const kept = programOf(environment, "schemathesis");
  if (ways.isWhole(environment) && ways.versionOf(kept)) return kept;
  const python = ways.python();
  if (!python) return undefined;
  const refusal = await ways.makeEnvironment(python, environment);
  if (!refusal) return kept;
  say(`  not to be had: ${refusal}`);
  throw new Obstacle(
    `Schemathesis could not be brought: ${refusal}.`,
    `Install it (pip install schemathesis==${SCHEMATHESIS_VERSION}) so that it is on the PATH, or set SCHEMATHESIS.`,
  );
}
