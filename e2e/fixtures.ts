// What the stories are told with: people, each with a browser context of their own, and what they see.
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
  type Route,
} from "playwright/test";
import { chromiumFlags, fakeDevices } from "./chromium-flags.mjs";
import { type Stack, type StackKind, startStack } from "./stack";

export { expect };

export interface PersonOptions extends BrowserContextOptions {
  /** A name to be remembered before the first page; none: a stranger's browser. */
  name?: string;
  /** "fake" (the default), none at all, or there and refused. */
  devices?: "fake" | "none" | "refused";
  /**
   * How large the camera is sent: by default at most 360p, as people may choose it; "automatic" where the story
   * is about pictures. Two people cost a third less so.
   */
  sends?: "360" | "automatic";
}

declare global {
  interface Window {
    /** Nothing was remembered before this page. */
    isFirstPage?: boolean;
  }
}

interface Complaints {
  heard: string[];
  /** What this story brings about on purpose. */
  allowed: RegExp[];
}

interface Fixtures {
  complaints: Complaints;
  /** Somebody with a browser of their own. Whatever their pages complain about fails the story. */
  person(options?: PersonOptions): Promise<Page>;
}

/** What LiveKit's client says when its room, or all of LiveKit, goes: each thing that ends with it. */
export const livekitsFarewell = [
  /40[34]|410/,
  /signal/i,
  /data ?channel/i,
  /WebSocket/i,
  /Failed to fetch \{room/,
  /requested room does not exist/,
];

/** What the browser and LiveKit's client say while a server, or the network, is away. */
export const serverAway = [
  ...livekitsFarewell,
  /ERR_/,
  /Failed to load resource/,
  /fetch/i,
  /connect/i,
  /negotiat/i,
];

/** A race inside LiveKit's client, when a track's owner goes or comes in that instant: the next update mends it. */
const livekitsOwnRaces = [/Tried to add a track for a participant, that's not present/];

const deviceFlags = {
  fake: fakeDevices,
  none: ["--use-fake-ui-for-media-stream"],
  refused: ["--use-fake-device-for-media-stream", "--deny-permission-prompts"],
} as const;

export const test = base.extend<Fixtures, { stackKind: StackKind; stack: Stack }>({
  stackKind: ["sqlite", { scope: "worker", option: true }],
  stack: [
    async ({ stackKind }, use) => {
      const stack = await startStack(stackKind);
      await use(stack);
      await stack.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a destructured first argument.
  complaints: async ({}, use) => {
    const complaints: Complaints = { heard: [], allowed: [...livekitsOwnRaces] };
    await use(complaints);
    const left = complaints.heard.filter(
      (complaint) => !complaints.allowed.some((pattern) => pattern.test(complaint)),
    );
    expect(left, "the pages complained").toEqual([]);
  },
  person: async ({ browser, playwright, stack, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    const browsers: Browser[] = [];
    await use(async ({ name, devices = "fake", sends = "360", ...options } = {}) => {
      let own = browser;
      if (devices !== "fake") {
        own = await playwright.chromium.launch({
          ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
          args: [...chromiumFlags, ...deviceFlags[devices]],
        });
        browsers.push(own);
      }
      const context = await own.newContext({
        baseURL: stack.url,
        viewport: { width: 1280, height: 800 },
        colorScheme: "dark",
        locale: "en-GB",
        ...(devices === "fake" ? { permissions: ["clipboard-read", "clipboard-write"] } : {}),
        ...options,
      });
      contexts.push(context);
      if (sends === "360") await remember(context, { sendQuality: sends });
      if (name !== undefined) await remember(context, { name });
      context.on("weberror", (error) => {
        const { name, message, stack } = error.error();
        // What the browser itself throws has no stack.
        complaints.heard.push(`error: ${stack || `${name}: ${message}`}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error") complaints.heard.push(`console: ${message.text()}`);
      });
      return await context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    await Promise.all(browsers.map((each) => each.close()));
  },
});

/** Preferences that a browser remembers from the first page on, unless that was before. */
export async function remember(
  where: BrowserContext | Page,
  preferences: {
    name?: string;
    cameraOn?: false;
    microphoneOn?: false;
    keys?: Readonly<Record<string, string>>;
    sendQuality?: "360";
  },
) {
  await where.addInitScript((remembered) => {
    // about:blank, where every page begins, has no storage.
    if (location.protocol === "about:") return;
    const before = localStorage.getItem("meetings.preferences");
    window.isFirstPage ??= before === null;
    if (!window.isFirstPage) return;
    const all = { ...JSON.parse(before ?? "{}"), ...remembered };
    localStorage.setItem("meetings.preferences", JSON.stringify(all));
  }, preferences);
}

/** Makes a meeting through the API and says its path. */
export async function createMeeting(stack: Stack, title?: string) {
  const response = await fetch(`${stack.url}/api/v1/meetings/create`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(title === undefined ? {} : { title }),
  });
  const meeting: unknown = await response.json();
  if (
    response.status !== 201 ||
    typeof meeting !== "object" ||
    meeting === null ||
    !("meeting_id" in meeting && typeof meeting.meeting_id === "string") ||
    !("host_key" in meeting && typeof meeting.host_key === "string")
  ) {
    throw new Error(`The meeting could not be made: ${response.status}`);
  }
  return {
    id: meeting.meeting_id,
    path: `/meeting/${meeting.meeting_id}`,
    hostKey: meeting.host_key,
  };
}

/** Deletes a meeting as its host would by the API. */
export async function deleteMeeting(stack: Stack, meeting: { id: string; hostKey: string }) {
  const response = await fetch(`${stack.url}/api/v1/meetings/${meeting.id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${meeting.hostKey}` },
  });
  expect(response.status).toBe(204);
}

/** Opens a meeting's link, gives a name and comes in. */
export async function joinAs(page: Page, path: string, name: string) {
  await page.goto(path);
  await comeIn(page, name);
}

/** Opens a meeting's link, gives a name and asks to come in. */
export async function askAs(page: Page, path: string, name: string) {
  await page.goto(path);
  await pressJoin(page, name);
}

/** On the page before the call: gives a name and comes in. */
export async function comeIn(page: Page, name: string) {
  await pressJoin(page, name);
  await expectInCall(page);
}

async function pressJoin(page: Page, name: string) {
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Join now" }).click();
}

export async function expectInCall(page: Page) {
  // One leaves the lobby by a button of this name, too.
  const controls = page.getByRole("region", { name: "Call controls" });
  await expect(controls.getByRole("button", { name: "Leave" })).toBeVisible({ timeout: 20_000 });
}

/** Ada and Lena, in a meeting of their own, where Lena sees Ada. */
export async function twoInACall(
  person: Fixtures["person"],
  stack: Stack,
  options?: PersonOptions,
) {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(options), person(options)]);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expectToSee(lena, "Ada");
  return { ada, lena };
}

/** Somebody's picture in the call, by the name on it. */
export function tile(page: Page, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

/** The other is in the call, too: a first connection takes its time on a busy machine. */
export async function expectHere(page: Page, name: string, timeout = 30_000) {
  await expect(tile(page, name)).toBeVisible({ timeout });
}

/** How many frames of the tile's video were decoded so far. */
async function frames(video: Locator): Promise<number> {
  return await video.evaluate((element) =>
    element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
  );
}

/** The other's picture moves: at least five more frames are decoded while one watches. */
export async function expectToSee(page: Page, name: string, timeout = 20_000) {
  const video = tile(page, name).locator("video");
  await expect(video).toBeVisible({ timeout });
  const before = await frames(video);
  await expect
    .poll(() => frames(video), { message: `frames of ${name}`, timeout, intervals: [150] })
    .toBeGreaterThanOrEqual(before + 5);
}

/** Louder than any silence. */
export const audible = 0.005;

/** The loudest sample, within a second and a bit, of all that the page plays together; as soon as one is louder
 * than `enough`, that. */
export async function loudness(page: Page, enough = 1): Promise<number> {
  return await page.evaluate(async (asked) => {
    const playing = [...document.querySelectorAll<HTMLMediaElement>("audio, video")].flatMap(
      ({ paused, muted, srcObject }) =>
        !paused &&
        !muted &&
        srcObject instanceof MediaStream &&
        srcObject.getAudioTracks().some((track) => track.readyState === "live")
          ? srcObject
          : [],
    );
    if (playing.length === 0) return 0;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    for (const stream of playing) context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    const end = performance.now() + 1200;
    while (performance.now() < end && loudest <= asked) {
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await context.close();
    return loudest;
  }, enough);
}

/**
 * `page.route`, in force once this settles: the browser says yes to it before it has told the page, and what a busy
 * page asks for in that moment goes out as ever.
 */
export async function intercept(
  page: Page,
  url: string | RegExp,
  handler: (route: Route) => Promise<unknown>,
) {
  const probe = "/api/health/live?intercepted";
  await page.route(`**${probe}`, (route) => route.fulfill({ status: 204 }));
  await page.route(url, handler);
  await expect
    .poll(() => page.evaluate(async (address) => (await fetch(address)).status, probe))
    .toBe(204);
}

/** Sound arrives: the fake microphone beeps once a second. */
export async function expectToHear(page: Page, timeout = 20_000) {
  await expect
    .poll(() => loudness(page, audible), {
      message: "sound of somebody else",
      timeout,
      intervals: [0],
    })
    .toBeGreaterThan(audible);
}

/** axe finds nothing on what the page shows now, as it is and in either theme; it is left as it was. */
export async function expectAccessible(page: Page) {
  const chosen = await page.evaluate(() => document.documentElement.dataset.theme);
  await standsStill(page);
  const { violations } = await axe(page).analyze();
  const systemIsDark = await page.evaluate(
    () => matchMedia("(prefers-color-scheme: dark)").matches,
  );
  const shown = chosen ?? (systemIsDark ? "dark" : "system");
  for (const theme of ["light", "dark"].filter((each) => each !== shown)) {
    await showTheme(page, theme);
    // Nothing but colours depends on the theme.
    const colours = await axe(page).withRules(["color-contrast"]).analyze();
    violations.push(...colours.violations);
  }
  await showTheme(page, chosen);
  const found = violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect(found).toEqual([]);
}

/**
 * Looks for what is wrong, and does not write down what is right; in the page itself, which frames no page of
 * somebody else: that takes a third of the time.
 */
const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });

/** Shows the page in a theme, as the app's own choice would, and waits for the colours to have changed. */
async function showTheme(page: Page, theme: string | undefined) {
  await page.evaluate((chosen) => {
    if (chosen === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  }, theme);
  await standsStill(page);
}

/** What comes, goes or changes its colour has done so: half way no colour is what it is to be. */
async function standsStill(page: Page) {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const changing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(changing.map((each) => each.finished));
  });
}
