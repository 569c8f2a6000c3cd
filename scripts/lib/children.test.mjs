import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { runChild, startChild } from "./children.mjs";

const sleeper = "setInterval(() => {}, 1000); process.on('SIGTERM', () => {});";

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A child of a killed parent may stay a zombie where nobody collects it: it is gone all the same. */
async function isGone(pid) {
  const { lastLines } = await runChild("ps", "ps", ["-o", "stat=", "-p", String(pid)]);
  return !isAlive(pid) || /^Z|^$/.test((lastLines[0] ?? "").trim());
}

async function gone(pid, withinMs) {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await isGone(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

it("hands over what a program printed and how it ended", async () => {
  const script = "console.log('one'); console.error('two'); process.exit(3)";
  const { code, lastLines } = await runChild("node", process.execPath, ["-e", script]);
  expect(code).toBe(3);
  expect(lastLines.sort()).toEqual(["one", "two"]);
});

it("tells of a program that is not there", async () => {
  const { code, lastLines } = await runChild("none", "/no/such/program", []);
  expect(code).toBe(127);
  expect(lastLines.join()).toContain("ENOENT");
});

it("ends by force what does not end when asked", async () => {
  const child = startChild("sleeper", process.execPath, ["-e", `console.log(1);${sleeper}`]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await child.stop({ graceMs: 100 });
  expect(child.isRunning()).toBe(false);
  expect(await isGone(child.pid)).toBe(true);
});

it("leaves nothing behind when the launcher is killed", async () => {
  const module = path.join(import.meta.dirname, "children.mjs");
  const launcher = `
    const { startChild } = await import(${JSON.stringify(module)});
    console.log(startChild("sleeper", process.execPath, ["-e", ${JSON.stringify(sleeper)}]).pid);
  `;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", launcher], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), "line");
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  expect(await gone(pid, 2500)).toBe(true);
});
