// Finds a Firefox for the stories in Firefox, or brings one: what is named, what is installed, Mozilla's, Debian's.
import fs from "node:fs";
import path from "node:path";
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from "@puppeteer/browsers";
import { aptInstall } from "./apt.mjs";
import { cacheDir } from "./cache.mjs";
import { findOnPath } from "./find-livekit.mjs";
import { during, Obstacle } from "./say.mjs";

const names = ["firefox-esr", "firefox"];
const macs = "/Applications/Firefox.app/Contents/MacOS/firefox";

const installed = () =>
  names.map((name) => findOnPath(name, process.env.PATH)).find((file) => file !== undefined) ??
  (fs.existsSync(macs) ? macs : undefined);

const folder = () => path.join(cacheDir(), "firefox");

/** The one that was fetched before. */
async function fetchedBefore() {
  if (!fs.existsSync(folder())) return undefined;
  const all = await getInstalledBrowsers({ cacheDir: folder() });
  return all.find(({ executablePath }) => fs.existsSync(executablePath))?.executablePath;
}

/** Fetches Mozilla's build. Its path, or why not. */
async function fetchIt() {
  try {
    const platform = detectBrowserPlatform();
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, "stable");
    const fetching = install({ browser: Browser.FIREFOX, buildId, cacheDir: folder() });
    const { executablePath } = await during("Fetching Firefox (once)", fetching);
    return { executablePath };
  } catch (error) {
    return { refusal: `Mozilla's build could not be fetched (${error.message})` };
  }
}

/**
 * The path of a Firefox. Throws an `Obstacle` that names every way out when there is none to be had.
 * @returns {Promise<string>}
 */
export async function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Obstacle(
      `FIREFOX_PATH is "${named}", but there is no file.`,
      "For example: FIREFOX_PATH=/usr/bin/firefox. Leave it out to have one found or fetched.",
    );
  }
  const found = installed() ?? (await fetchedBefore());
  if (found) return found;
  const fetched = await fetchIt();
  if (fetched.executablePath) return fetched.executablePath;
  const installing = await aptInstall(["firefox-esr"]);
  const brought = installed();
  if (brought) return brought;
  throw new Obstacle(
    `There is no Firefox on this machine, and none could be brought: ${fetched.refusal}; ${installing}.`,
    "Install Firefox so that it is on the PATH, or set FIREFOX_PATH.",
  );
}
