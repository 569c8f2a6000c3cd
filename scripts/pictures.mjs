// Takes the README's pictures of a running app: `node scripts/pictures.mjs http://localhost:3000`. The people
// in them are drawn: each camera is a canvas, so that no face and no test pattern is shown.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { chromiumFlags, fakeDevices } from "../e2e/chromium-flags.mjs";
import { drawnCamera } from "./lib/drawn-camera.mjs";
import { findChromium } from "./lib/find-chromium.mjs";
import { run, say } from "./lib/say.mjs";

const folder = path.resolve(import.meta.dirname, "../public/screens");
const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
};

async function main() {
  const base = (process.argv[2] ?? "http://localhost:3000").replace(/\/+$/, "");
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumFlags, ...fakeDevices],
  });
  const person = async (name, hue, options) => {
    const context = await browser.newContext({ baseURL: base, ...options });
    await context.addInitScript(drawnCamera, hue);
    await context.addInitScript((remembered) => {
      localStorage.setItem("meetings.preferences", JSON.stringify({ name: remembered }));
    }, name);
    return await context.newPage();
  };
  const take = async (page, name) => {
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    say(name);
  };
  try {
    const friends = [];
    for (const [size, screen] of Object.entries(sizes)) {
      for (const colorScheme of ["light", "dark"]) {
        const mark = `${size}-${colorScheme}`;
        const ada = await person("Ada Lovelace", 275, { ...screen, colorScheme });
        const create = async (title) => {
          const response = await ada.request.post("/api/v1/meetings/create", {
            data: { title },
            headers: { "sec-fetch-site": "same-origin" },
          });
          return await response.json();
        };
        const meeting = await create("Design review");
        await create("Monday, all hands");
        await ada.goto("/");
        await ada.waitForTimeout(500);
        await take(ada, `home-${mark}`);

        for (const [name, hue] of [
          ["Lena Fischer", 160],
          ["Kenji Sato", 230],
          ["Amara Okafor", 80],
        ]) {
          const friend = await person(name, hue, { viewport: { width: 960, height: 600 } });
          await friend.goto(`/meeting/${meeting.meeting_id}`);
          if (name.startsWith("Amara")) {
            await friend.getByRole("button", { name: "Turn off camera" }).click();
          }
          await friend.getByRole("button", { name: "Join now" }).click();
          await friend.getByRole("button", { name: "Leave" }).waitFor();
          if (!name.startsWith("Lena")) {
            await friend.getByRole("button", { name: "Turn off microphone" }).click();
          }
          friends.push(friend);
        }
        await ada.goto(`/meeting/${meeting.meeting_id}`);
        await ada.getByRole("button", { name: "Turn off camera" }).waitFor();
        await ada.waitForTimeout(3000);
        await take(ada, `prejoin-${mark}`);
        await ada.getByRole("button", { name: "Join now" }).click();
        await ada.getByRole("button", { name: "Leave" }).waitFor();
        await ada.waitForTimeout(4000);
        // The bar hides from whoever does not move; then everything glides to its place.
        await ada.mouse.move(200, 200);
        await ada.waitForTimeout(800);
        await take(ada, `call-${mark}`);
        await Promise.all(friends.splice(0).map((friend) => friend.context().close()));
        await ada.context().close();
      }
    }
  } finally {
    await browser.close();
  }
}

await run(main);
