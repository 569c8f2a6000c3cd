// Finds a Chromium for the tests, or brings one: what is named, what is installed, Playwright's own, Debian's.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { aptInstall } from "./apt.mjs";
import { startChild } from "./children.mjs";
import { findOnPath } from "./find-livekit.mjs";
import { during, Obstacle, say } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const downloadTimeoutMs = 300_000;
const root = path.resolve(import.meta.dirname, "../..");

/** Playwright's own Chromium, if it was fetched. */
function playwrights() {
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}

const installed = () =>
  names.map((name) => findOnPath(name, process.env.PATH)).find((file) => file !== undefined);

/** Fetches Playwright's build. Undefined when done, else why not. */
async function fetchPlaywrights() {
  const cli = path.join(root, "node_modules/playwright/cli.js");
  const child = startChild("playwright", process.execPath, [cli, "install", "chromium"]);
  const timer = setTimeout(() => void child.kill(), downloadTimeoutMs);
  const { code } = await during("Fetching Chromium (once)", child.exited);
  clearTimeout(timer);
  return code === 0 ? undefined : "Playwright's build could not be fetched";
}

/**
 * The path of a Chromium. Throws an `Obstacle` that names every way out when there is none to be had.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Obstacle(
      `CHROMIUM_PATH is "${named}", but there is no file.`,
      "For example: CHROMIUM_PATH=/usr/bin/chromium. Leave it out to have one found or fetched.",
    );
  }
  const found = installed() ?? playwrights();
  if (found) return found;
  const fetching = await fetchPlaywrights();
  const fetched = playwrights();
  if (fetched) return fetched;
  say(`  not to be had: ${fetching}`);
  const installing = await aptInstall(["chromium"]);
  const brought = installed();
  if (brought) return brought;
  throw new Obstacle(
    `There is no Chromium on this machine, and none could be brought: ${fetching}; ${installing}.`,
    "Install Chromium or Chrome so that it is on the PATH, or set CHROMIUM_PATH.",
  );
}
