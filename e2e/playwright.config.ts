import { defineConfig } from "playwright/test";
import { chromiumFlags, fakeDevices } from "./chromium-flags.mjs";
import type { StackKind } from "./stack";

// Started by scripts/test.mjs, which builds the app and finds Chromium and LiveKit. Every worker brings up
// a LiveKit server and an app of its own (stack.ts), so that a story may take either of them away.
const alone = /ban\.spec\.ts/;

export default defineConfig<object, { stackKind: StackKind }>({
  testDir: ".",
  outputDir: "../test-results",
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A story that stands still ends by the limit of its step; this one is for a machine that is busy.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: "sqlite", testIgnore: alone },
    // Measures how quickly somebody is put out: with other browsers beside it, it would measure those.
    { name: "alone", testMatch: alone },
    {
      // What two processes have to agree on is told on both stores.
      name: "postgres",
      testMatch: /(ends|host|lobby|moderation)\.spec\.ts/,
      // What a screen looks like does not hang on the store.
      grepInvert: /^.*axe finds nothing/,
      use: { stackKind: "postgres" },
    },
  ],
  reporter: [
    ["list"],
    ...(process.env.E2E_REPORT
      ? [["json", { outputFile: process.env.E2E_REPORT }] satisfies [string, object]]
      : []),
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: "dark",
    locale: "en-GB",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: process.env.E2E_TRACE === "1" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [...chromiumFlags, ...fakeDevices],
    },
  },
});
