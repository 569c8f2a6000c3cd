// Every test there is, in one run: `npm test`. It finds or fetches LiveKit, Chromium and PostgreSQL by
// itself, skips nothing (but for one that needs Python, where there is none), and ends with `N passed, N failed`. A part alone: `npm test -- unit`, `live`, or
// `e2e [what Playwright takes: a file, -g "words"]`.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkBudgets, writeBareApp } from "./check-budgets.mjs";
import { removable } from "./check-features.mjs";
import { checkSchema, wantedCases } from "./check-schema.mjs";
import { startChild, stopOnSignals } from "./lib/children.mjs";
import { findChromium } from "./lib/find-chromium.mjs";
import { findFirefox } from "./lib/find-firefox.mjs";
import { findLiveKit } from "./lib/find-livekit.mjs";
import { findSchemathesis } from "./lib/find-schemathesis.mjs";
import { freePorts } from "./lib/free-ports.mjs";
import { startPostgres } from "./lib/postgres.mjs";
import { Obstacle, say, sayError } from "./lib/say.mjs";
import { startLiveKit } from "./livekit.mjs";

const root = path.resolve(import.meta.dirname, "..");
const node = process.execPath;
const distDir = ".next-test";
const [part = "all", ...partArguments] = process.argv.slice(2);
if (!["all", "unit", "live", "e2e"].includes(part)) {
  console.error(`There is no part "${part}": say unit, live, e2e, or nothing for all.`);
  process.exit(1);
}

// What is set on this machine for running the app must not leak into its tests.
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
for (const name of [
  "ALLOWED_ORIGINS",
  "DATABASE_URL",
  "DATA_DIR",
  "FRONTEND_URL",
  "HOST",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
  "LIVEKIT_PUBLIC_URL",
  "LIVEKIT_URL",
  "LOG_LEVEL",
  "MEETINGS_API_KEYS",
  "MEETING_RETENTION_DAYS",
  "NODE_ENV",
  "PORT",
  "TRUST_PROXY",
]) {
  delete environment[name];
}

fs.mkdirSync(path.join(root, ".cache"), { recursive: true });
const work = fs.mkdtempSync(path.join(root, ".cache", "test-"));
/** What has to be undone at the end, last first. */
const undo = [() => fs.rmSync(work, { recursive: true, force: true })];
/** The commands that run now: none of them outlives this one. */
const running = new Set();
let passed = 0;
const failures = [];

function count(name, ok, detail = "") {
  if (ok) passed += 1;
  else failures.push(name);
  say(`${ok ? "ok    " : "FAILED"}  ${name}${detail ? `: ${detail}` : ""}`);
}

/**
 * Runs a command to its end; its output goes on as it comes, or only when it fails (`quiet`). What runs
 * `behind` leaves the processor to whatever else runs.
 */
function run(command, commandArguments, { env = {}, quiet = false, behind = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    running.add(child);
    // A child that could not be started has no id.
    if (behind && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** A command that is one test: it passes when it exits with 0. */
async function oneTest(name, commandArguments, options = {}) {
  const start = Date.now();
  const { ok, output } = await run(node, commandArguments, { quiet: true, ...options });
  if (!ok) console.log(output);
  count(name, ok, `${((Date.now() - start) / 1000).toFixed(1)} s`);
  return ok;
}

const bin = (packageName, file) => path.join(root, "node_modules", packageName, file);

async function vitest(project, env = {}) {
  const report = path.join(work, `${project}.json`);
  const { ok } = await run(
    node,
    [
      bin("vitest", "vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { env },
  );
  addReport(`${project} tests`, ok, report, (result) => ({
    passed: result.numPassedTests,
    failed: result.testResults.flatMap((file) => {
      const bad = file.assertionResults.filter((each) => each.status !== "passed");
      // A file that does not even load has no tests to blame.
      if (bad.length === 0 && file.status !== "passed") return [path.relative(root, file.name)];
      return bad.map((each) => each.fullName);
    }),
  }));
}

async function playwright(name, env, playwrightArguments) {
  const report = path.join(work, `${name}.json`);
  const config = ["-c", "e2e/playwright.config.ts"];
  const { ok } = await run(
    node,
    [bin("playwright", "cli.js"), "test", ...config, ...playwrightArguments],
    { env: { ...env, E2E_REPORT: report } },
  );
  const outcomes = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((each) => ({ title: spec.title, passed: each.status === "expected" })),
    ),
    ...(suite.suites ?? []).flatMap(outcomes),
  ];
  addReport(name, ok, report, (result) => {
    const all = result.suites.flatMap(outcomes);
    return {
      passed: all.filter((each) => each.passed).length,
      failed: all.filter((each) => !each.passed).map((each) => each.title),
    };
  });
}

/** Adds a runner's own report; a runner that failed without naming a test counts as one failure. */
function addReport(name, ok, report, read) {
  let result = { passed: 0, failed: [] };
  try {
    result = read(JSON.parse(fs.readFileSync(report, "utf8")));
  } catch {
    ok = false;
  }
  passed += result.passed;
  failures.push(...result.failed.map((each) => `${name}: ${each}`));
  if ((!ok || result.passed === 0) && result.failed.length === 0) failures.push(name);
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Starts one of the launchers and waits until it answers. Returns how to stop it. */
async function launch(script, env, readyUrl, withinSeconds = 120) {
  const logFile = path.join(work, `${path.basename(script, ".mjs")}-${env.PORT}.log`);
  const child = startChild(script, node, [script], {
    cwd: root,
    env: { ...environment, ...env },
    logFile,
  });
  const stop = () => child.stop({ graceMs: 10_000 });
  undo.push(stop);
  const end = Date.now() + withinSeconds * 1000;
  while (!(await answers(readyUrl))) {
    if (!child.isRunning() || Date.now() > end) {
      await stop();
      throw new Obstacle(
        `${script} did not come up:\n${fs.readFileSync(logFile, "utf8").slice(-4000)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return stop;
}

async function stillCode() {
  await oneTest("the lock names every platform's packages", ["scripts/check-lock.mjs"]);
  await oneTest("lint", [bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."]);
  await oneTest("route types", [bin("next", "dist/bin/next"), "typegen"]);
  await oneTest("types", [bin("typescript", "bin/tsc"), "--noEmit"]);
  await oneTest("nothing unused", [bin("knip", "bin/knip.js")]);
}

async function live(livekitBinary) {
  const [livekitPort, , , webhookPort] = await freePorts(4);
  const keys = { apiKey: "live", apiSecret: "a-secret-that-only-the-tests-use-0123456789" };
  const livekit = await startLiveKit({
    binary: livekitBinary,
    port: livekitPort,
    ...keys,
    dataDir: path.join(work, "livekit"),
    webhookUrl: `http://127.0.0.1:${webhookPort}/api/v1/livekit/webhook`,
  });
  undo.push(() => livekit.stop());
  const postgres = await postgresServer();
  await vitest("live", {
    LIVEKIT_URL: livekit.url,
    LIVEKIT_API_KEY: keys.apiKey,
    LIVEKIT_API_SECRET: keys.apiSecret,
    LIVE_WEBHOOK_PORT: String(webhookPort),
    TEST_DATABASE_URL: postgres.url,
  });
  await livekit.stop();
}

let postgresStarted;
function postgresServer() {
  postgresStarted ??= (async () => {
    const [port] = await freePorts(1);
    const server = await startPostgres({ port, folder: path.join(work, "postgres") });
    undo.push(() => server.stop());
    return server;
  })();
  return postgresStarted;
}

async function build() {
  fs.rmSync(path.join(root, distDir, "standalone"), { recursive: true, force: true });
  return await oneTest("the app builds", ["scripts/build.mjs"], {
    env: { NEXT_DIST_DIR: distDir },
    behind: true,
  });
}

/** The app without each of some features. */
async function buildsWithout() {
  for (const id of removable) {
    await oneTest(
      `without the feature ${id} the rest builds`,
      ["scripts/check-features.mjs", "--folder", path.join(work, "without"), id],
      { behind: true },
    );
  }
}

/** The whole API on a running app: as it is developed, as it is built, and built on PostgreSQL. */
async function apiOnEveryServer(livekitBinary, chromiumPath, schemathesis) {
  const postgres = await postgresServer();
  const keys = Array.from({ length: 4 }, () => `key_${randomBytes(24).toString("hex")}`);
  const built = {
    NEXT_DIST_DIR: distDir,
    // So that thousands of requests come from as many addresses and a few programs.
    TRUST_PROXY: "1",
    MEETINGS_API_KEYS: keys.map((key, index) => `test${index}:${key}`).join(","),
  };
  const cases = wantedCases(process.env);
  const onSqlite = { name: "the built server", script: "scripts/start.mjs", env: built, cases };
  const onPostgres = {
    name: "the built server on PostgreSQL",
    script: "scripts/start.mjs",
    env: { ...built, DATABASE_URL: postgres.url },
    // What is particular to a store shows early.
    cases: Math.ceil(cases / 3),
  };
  const inDevelopment = { name: "the dev server", script: "scripts/dev.mjs", env: {} };

  const check = async (server, measure) => {
    try {
      const [port, livekitPort] = await freePorts(4);
      const url = `http://localhost:${port}`;
      const stop = await launch(
        server.script,
        {
          ...server.env,
          PORT: String(port),
          LIVEKIT_PORT: String(livekitPort),
          LIVEKIT_SERVER_BIN: livekitBinary,
          DATA_DIR: path.join(work, `data-${port}`),
        },
        `${url}/api/health/ready`,
      );
      await measure?.(url);
      await oneTest(`check:api on ${server.name}`, ["scripts/check-api.mjs", url]);
      if (server.cases) {
        await schemaTest(`check:schema on ${server.name}`, {
          url,
          program: schemathesis,
          cases: server.cases,
          keys,
        });
      }
      await stop();
    } catch (error) {
      count(`check:api on ${server.name}`, false, error.message);
    }
  };
  // What a server holds while idle is measured before anything is asked of it, or of any other.
  let others;
  const checkOthers = () => check(onPostgres).then(() => check(inDevelopment));
  await check(onSqlite, async (url) => {
    await budgets(url, chromiumPath);
    others = checkOthers();
  });
  await (others ?? checkOthers());
}

/** The server held against its own document, as one test. `program` may be why it could not be brought. */
async function schemaTest(name, { url, program, cases, keys }) {
  if (!program) {
    say(`skipped ${name}: there is no Python on this machine`);
    return;
  }
  if (program instanceof Error) {
    count(name, false, program.message);
    return;
  }
  const start = Date.now();
  const { ok, detail } = await checkSchema({ url, program, cases, keys: keys.join(",") });
  count(name, ok, `${detail}, ${Math.round((Date.now() - start) / 1000)} s`);
}

async function budgets(appUrl, chromiumPath) {
  const bare = path.join(work, "bare");
  writeBareApp(bare);
  const next = bin("next", "dist/bin/next");
  if (!(await oneTest("a bare Next page builds", [next, "build", bare]))) return;
  const [port] = await freePorts(1);
  const bareUrl = `http://127.0.0.1:${port}`;
  const server = startChild(
    "the bare page",
    node,
    [next, "start", bare, "-p", String(port), "-H", "127.0.0.1"],
    { cwd: root, env: environment, logFile: path.join(work, "bare.log") },
  );
  const stop = () => server.stop();
  undo.push(stop);
  const end = Date.now() + 30_000;
  while (!(await answers(bareUrl)) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const created = await fetch(`${appUrl}/api/v1/meetings/create`, { method: "POST" });
  const meeting = await created.json();
  const found = await checkBudgets({
    appUrl,
    bareUrl,
    meetingPath: `/meeting/${meeting.meeting_id}`,
    chromiumPath,
  });
  for (const budget of found) count(budget.name, budget.passed, budget.detail);
  await stop();
}

async function main() {
  // Fetching may take minutes on a fresh machine: it begins first and is awaited where it is needed.
  const tools =
    part === "unit"
      ? undefined
      : Promise.all([
          findLiveKit({ env: environment }),
          part === "live" ? undefined : findChromium(),
          postgresServer(),
          // Where it cannot be brought, its own tests fail, and the others go on.
          part === "all" ? findSchemathesis().catch((error) => error) : undefined,
          part === "live" ? undefined : findFirefox(),
        ]);
  tools?.catch(() => undefined);

  if (part === "all") await stillCode();
  if (part === "all" || part === "unit") await vitest("unit");
  if (!tools) return;
  const [livekitBinary, chromiumPath, , schemathesis, firefoxPath] = await tools;
  if (part === "live") return await live(livekitBinary);
  // The live tests mostly wait for servers, and the builds only need time.
  const [built, tested] = await Promise.allSettled(
    part === "all" ? [build(), live(livekitBinary)] : [build()],
  );
  for (const one of [built, tested]) if (one?.status === "rejected") throw one.reason;
  if (!built.value) return;
  if (part === "all") await apiOnEveryServer(livekitBinary, chromiumPath, schemathesis);
  const { url: databaseUrl } = await postgresServer();
  const env = {
    NEXT_DIST_DIR: distDir,
    TEST_DATABASE_URL: databaseUrl,
    LIVEKIT_SERVER_BIN: livekitBinary,
    ...(chromiumPath ? { CHROMIUM_PATH: chromiumPath } : {}),
    ...(firefoxPath ? { FIREFOX_PATH: firefoxPath } : {}),
  };
  if (partArguments.length > 0) {
    await playwright("browser stories", env, partArguments);
    return;
  }
  // What is measured comes after what only has to work.
  await playwright("browser stories", env, ["--project=sqlite", "--project=postgres"]);
  await Promise.all([
    // Beside what the others left, which Playwright would clear away.
    playwright("a browser story alone", env, ["--project=alone", "--output=test-results-alone"]),
    // That one mostly lets a minute go by; these wait for whatever it does.
    part === "all" && buildsWithout(),
  ]);
}

let ending;
/** Stops and removes whatever this run made, once. */
function end() {
  ending ??= (async () => {
    for (const child of running) child.kill();
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        say(`While cleaning up: ${error.message}`);
      }
    }
  })();
  return ending;
}
stopOnSignals(end);

const start = Date.now();
try {
  await main();
} catch (error) {
  failures.push("the run itself");
  sayError(error);
}
await end();
if (failures.length > 0) {
  say("");
  say("What failed:");
  for (const failure of failures) say(`  ${failure}`);
}
say(`${Math.round((Date.now() - start) / 1000)} s`);
say(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
