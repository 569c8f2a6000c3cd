// Stories in Firefox, by puppeteer: Playwright drives only a Firefox of its own making, which is a download.
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import {
  test as base,
  createMeeting,
  expect,
  expectToSee,
  joinAs,
  serverAway,
  tile,
} from "./fixtures";

const test = base.extend<{ firefox: () => Promise<Page> }>({
  firefox: async ({ stack }, use) => {
    const browsers: Browser[] = [];
    await use(async () => {
      const browser = await puppeteer.launch({
        browser: "firefox",
        ...(process.env.FIREFOX_PATH ? { executablePath: process.env.FIREFOX_PATH } : {}),
        headless: true,
        defaultViewport: { width: 1280, height: 800 },
        extraPrefsFirefox: {
          "media.navigator.streams.fake": true,
          "media.navigator.permission.disabled": true,
          "media.autoplay.default": 0,
          "media.peerconnection.ice.loopback": true,
          "media.peerconnection.ice.obfuscate_host_addresses": false,
        },
      });
      browsers.push(browser);
      const page = await browser.newPage();
      await page.goto(stack.url);
      return page;
    });
    await Promise.all(browsers.map((each) => each.close()));
  },
});

// Puppeteer's own waiting runs strings as code, which our pages forbid.
const within = { timeout: 30_000 };

/** Presses what has this name, once it is there. */
async function press(page: Page, name: string) {
  const selector = `::-p-aria([name="${name}"][role="button"])`;
  await expect.poll(async () => (await page.$(selector)) !== null, within).toBe(true);
  await (await page.$(selector))?.click();
}

async function join(page: Page, name: string) {
  const field = 'input[autocomplete="name"]';
  await expect.poll(async () => (await page.$(field)) !== null, within).toBe(true);
  await (await page.$(field))?.click();
  await page.keyboard.type(name);
  await press(page, "Join now");
  await reads(page, "Leave");
}

const reads = (page: Page, text: string) =>
  expect.poll(() => page.evaluate(() => document.body.textContent), within).toContain(text);

/** Whether a picture other than one's own moves: what is drawn of it changes. */
function seesSomebody(page: Page) {
  const look = () =>
    page.evaluate(() => {
      const video = [...document.querySelectorAll<HTMLVideoElement>('[data-tile="person"] video')]
        .filter((each) => {
          const name = each.closest('[role="group"]')?.getAttribute("aria-label") ?? "";
          return !name.endsWith("(you)");
        })
        .find((each) => each.videoWidth > 0);
      const canvas = document.createElement("canvas");
      canvas.width = 64;
      canvas.height = 36;
      const context = canvas.getContext("2d");
      if (!video || !context) return "";
      context.drawImage(video, 0, 0, 64, 36);
      return context.getImageData(0, 0, 64, 36).data.join();
    });
  const seen = new Set<string>();
  const different = async () => {
    const picture = await look();
    if (picture) seen.add(picture);
    return seen.size;
  };
  return expect.poll(different, within).toBeGreaterThan(4);
}

test("in Firefox I make a meeting, and meet somebody in Chromium", async ({ firefox, person }) => {
  const lena = await firefox();
  await press(lena, "New meeting");
  await expect.poll(() => new URL(lena.url()).pathname, within).toMatch(/^\/meeting\/[a-z]{3}-/);
  await join(lena, "Lena");
  const ada = await person();
  await joinAs(ada, new URL(lena.url()).pathname, "Ada");
  await expectToSee(ada, "Lena");
  await seesSomebody(lena);
});

test("in Firefox my microphone is mine: off for all when I turn it off, and after a reload", async ({
  firefox,
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person();
  await joinAs(ada, meeting.path, "Ada");
  const lena = await firefox();
  await lena.goto(stack.url + meeting.path);
  await join(lena, "Lena");
  await expectToSee(ada, "Lena");
  await press(lena, "Turn off microphone");
  await expect(tile(ada, "Lena").getByText("Microphone off")).toBeAttached();
  await lena.reload();
  const off = '::-p-aria([name="Turn on microphone"][role="button"])';
  await expect.poll(async () => (await lena.$(off)) !== null, within).toBe(true);
  await expectToSee(ada, "Lena");
  await expect(tile(ada, "Lena")).toHaveCount(1);
  await press(lena, "Leave");
  await reads(lena, "You left");
  await expect(tile(ada, "Lena")).toHaveCount(0);
});

test("in Firefox I come back by myself when LiveKit was away", async ({
  firefox,
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway, /room does not exist/);
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(), firefox()]);
  await joinAs(ada, meeting.path, "Ada");
  await lena.goto(stack.url + meeting.path);
  await join(lena, "Lena");
  await expectToSee(ada, "Lena");
  await stack.livekit.kill();
  await reads(lena, "Lost the connection");
  await stack.livekit.start();
  await expectToSee(ada, "Lena", 30_000);
  await seesSomebody(lena);
});
