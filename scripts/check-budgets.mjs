// Holds the budgets of the built app against a bare Next page of the same version, built beside it: the
// script of the landing page, the script until the name field can be used, and the idle memory.
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { chromiumFlags, fakeDevices } from "../e2e/chromium-flags.mjs";

const kilobyte = 1024;
/** What we may add to a bare page, gzipped, and what the idle server may hold. */
const budgets = {
  landing: 12 * kilobyte,
  nameField: (12 + 30) * kilobyte,
  memory: 200 * kilobyte * kilobyte,
};

/** Writes the smallest app there is, to be built with the Next of this project. */
export function writeBareApp(folder) {
  fs.mkdirSync(path.join(folder, "app"), { recursive: true });
  const files = {
    "package.json": '{"private":true,"type":"module"}\n',
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(path.resolve(import.meta.dirname, ".."))} } };\n`,
    "app/layout.js":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    // Without one of its own, Next finds ours in the folder above.
    "instrumentation.js": "export function register() {}\n",
    "app/page.js": "export default function Page() {\n  return <h1>Bare</h1>;\n}\n",
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
}

/**
 * Opens a page and adds up its scripts, gzipped one by one: those that its HTML names (`initial`: what
 * stands before the page can be used), and all that came within three quiet seconds (`all`).
 */
async function scriptOf(browser, url) {
  const page = await browser.newPage();
  const sizes = new Map();
  const bodies = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    bodies.push(
      response.body().then((body) => sizes.set(response.url(), gzipSync(body).byteLength)),
    );
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(3000);
  await Promise.all(bodies);
  const html = await (await fetch(url)).text();
  const named = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => new URL(src, url).href),
  );
  await page.close();
  const sum = (wanted) =>
    [...sizes].reduce((total, [address, size]) => total + (wanted(address) ? size : 0), 0);
  return { initial: sum((address) => named.has(address)), all: sum(() => true) };
}

/** The resident memory of a process in bytes, or undefined where the system does not tell. */
function memoryOf(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * kilobyte;
  } catch {
    return undefined;
  }
}

/** The process that listens on a port, found through /proc; undefined where there is none. */
function listenerOn(port) {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, "0");
    const sockets = ["tcp", "tcp6"]
      .flatMap((table) => fs.readFileSync(`/proc/net/${table}`, "utf8").split("\n").slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((column) => column[1]?.endsWith(`:${hex}`) && column[3] === "0A")
      .map((column) => `socket:[${column[9]}]`);
    for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        for (const fd of fs.readdirSync(`/proc/${pid}/fd`)) {
          if (sockets.includes(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))) return Number(pid);
        }
      } catch {
        // Somebody else's process, or one that just ended.
      }
    }
  } catch {
    // No /proc on this system.
  }
  return undefined;
}

/**
 * Measures and compares.
 * @param {{ appUrl: string, bareUrl: string, meetingPath: string, chromiumPath?: string }} where
 * @returns {Promise<{ name: string, passed: boolean, detail: string }[]>} one entry a budget
 */
export async function checkBudgets({ appUrl, bareUrl, meetingPath, chromiumPath }) {
  const pid = listenerOn(Number(new URL(appUrl).port));
  const memory = pid === undefined ? undefined : memoryOf(pid);
  const browser = await chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [...chromiumFlags, ...fakeDevices],
  });
  try {
    const bare = await scriptOf(browser, bareUrl);
    const landing = await scriptOf(browser, appUrl);
    const meeting = await scriptOf(browser, appUrl + meetingPath);
    const inKb = (bytes) => `${(bytes / kilobyte).toFixed(1)} KB`;
    const script = (name, bytes, budget) => ({
      name,
      passed: bytes > 0 && bytes - bare.all <= budget,
      detail: `${inKb(bytes)}, ${inKb(bytes - bare.all)} beyond a bare page (${inKb(bare.all)}), budget ${inKb(budget)}`,
    });
    return [
      script("script of the landing page", landing.all, budgets.landing),
      script("script until the name field can be used", meeting.initial, budgets.nameField),
      {
        name: "the call's code arrives after the page",
        passed: meeting.all > meeting.initial,
        detail: `${inKb(meeting.all - meeting.initial)} more`,
      },
      memory === undefined
        ? { name: "idle memory", passed: process.platform !== "linux", detail: "not told here" }
        : {
            name: "idle memory",
            passed: memory < budgets.memory,
            detail: `${(memory / kilobyte / kilobyte).toFixed(0)} MB, budget 200 MB`,
          },
    ];
  } finally {
    await browser.close();
  }
}
