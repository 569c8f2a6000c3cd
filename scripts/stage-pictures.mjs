// Takes pictures of the stage with 1 to 49 people, on desktop and phone, in both themes:
// `node scripts/stage-pictures.mjs http://localhost:3000 [how many …]`, while the app runs. They go to docs/screens.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { chromiumFlags, fakeDevices } from "../e2e/chromium-flags.mjs";
import { drawnCamera } from "./lib/drawn-camera.mjs";
import { findChromium } from "./lib/find-chromium.mjs";
import { run, say } from "./lib/say.mjs";

const folder = path.resolve(import.meta.dirname, "../docs/screens");
const crowd = path.resolve(import.meta.dirname, "crowd.mjs");
const counts = [1, 2, 3, 5, 9, 17, 49];
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** Brings so many people in, and says when they are; returns what takes them out again. */
async function bring(link, people) {
  if (people === 0) return () => undefined;
  const video = people > 16 ? "192x108@4" : "480x272@6";
  const options = ["--people", people, "--video", video, "--cameras", Math.ceil(people * 0.8)];
  const child = spawn(process.execPath, [crowd, link, ...options.map(String), "--sound"]);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The crowd did not come in.")));
    child.stdout.on("data", (text) => / (?:is|are) in$/m.test(text) && resolve());
  });
  return async () => {
    child.kill("SIGINT");
    await gone;
  };
}

async function main() {
  const [url = "http://localhost:3000", ...wanted] = process.argv.slice(2);
  const base = url.replace(/\/+$/, "");
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumFlags, ...fakeDevices],
  });
  try {
    for (const count of wanted.length > 0 ? wanted.map(Number) : counts) {
      const made = await fetch(`${base}/api/v1/meetings/create`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: "Design review" }),
      });
      const { meeting_url: link } = await made.json();
      const leave = await bring(link, count - 1);
      for (const [size, screen] of Object.entries(screens)) {
        const context = await browser.newContext({ baseURL: base, ...screen });
        await context.addInitScript(drawnCamera, 275);
        const page = await context.newPage();
        await page.goto(new URL(link).pathname);
        await page.getByLabel("Your name").fill("Ada Lovelace");
        await page.getByRole("button", { name: "Join now" }).click();
        await page.getByRole("button", { name: "Leave", exact: true }).waitFor({ timeout: 60_000 });
        await page.waitForTimeout(count > 9 ? 9000 : 5000);
        for (const theme of ["dark", "light"]) {
          await page.evaluate((chosen) => {
            document.documentElement.dataset.theme = chosen;
          }, theme);
          // The bar hides from whoever does not move; then everything glides to its place.
          await page.mouse.move(640 + count, 790);
          await page.waitForTimeout(900);
          const name = `stage-${String(count).padStart(2, "0")}-${size}-${theme}.jpg`;
          await page.screenshot({ path: path.join(folder, name), type: "jpeg", quality: 62 });
          say(name);
        }
        await context.close();
      }
      await leave();
    }
  } finally {
    await browser.close();
  }
}

await run(main);
