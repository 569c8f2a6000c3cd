// A feature of the call is a folder and a line. Takes some away, one after the other, in a copy of the project,
// and says whether the rest still builds and passes its tests: `node scripts/check-features.mjs [id …]`. With
// `--folder path` the copy is made, and left, there: what Next keeps in it makes the build after it quicker.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { say } from "./lib/say.mjs";

const root = path.resolve(import.meta.dirname, "..");
const list = "components/meeting/features.ts";
/** What the tests take away: a large one, and two that others might be thought to lean on. */
export const removable = ["chat", "settings", "participants"];

/** What is made, kept or brought, and no part of the project's code. */
const left = /^(?:node_modules|\.git|\.cache|\.next.*|\.data.*|test-results.*|coverage)$/;

function copyProject(to) {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(to)) {
    if (!left.test(name)) fs.rmSync(path.join(to, name), { recursive: true });
  }
  for (const name of fs.readdirSync(root)) {
    if (!left.test(name))
      fs.cpSync(path.join(root, name), path.join(to, name), { recursive: true });
  }
  // Next has to be told that the packages are above; the types are checked before it.
  fs.renameSync(path.join(to, "next.config.mjs"), path.join(to, "next.config.whole.mjs"));
  fs.writeFileSync(
    path.join(to, "next.config.mjs"),
    `import config from "./next.config.whole.mjs";\nexport default { ...config, typescript: { ignoreBuildErrors: true }, turbopack: { ...config.turbopack, root: ${JSON.stringify(root)} } };\n`,
  );
}

/** Takes the folder, its import and its place in the list away. */
function remove(folder, id) {
  const door = `@/components/features/${id}/feature`;
  const file = path.join(folder, list);
  const text = fs.readFileSync(file, "utf8");
  const name = new RegExp(`^import \\{ (\\w+) \\} from "${door}";$`, "m").exec(text)?.[1];
  if (!name) throw new Error(`${list} does not list ${id}.`);
  const without = text
    .split("\n")
    .filter((line) => !line.includes(`"${door}"`) && line.trim() !== `${name},`);
  fs.writeFileSync(file, without.join("\n"));
  fs.rmSync(path.join(folder, "components/features", id), { recursive: true });
}

function run(cwd, [command, ...commandArguments]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, command), ...commandArguments], {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Takes a feature away in a copy.
 * @param {string} id the feature's folder
 * @param {string} folder where the copy is made, inside the project; another one there is replaced
 * @returns {Promise<{ ok: boolean, detail: string }>} what failed, with what it printed
 */
async function checkWithout(id, folder) {
  copyProject(folder);
  remove(folder, id);
  const steps = {
    messages: [path.relative(root, path.join(folder, "scripts/messages.mjs"))],
    "route types": ["node_modules/next/dist/bin/next", "typegen"],
    types: ["node_modules/typescript/bin/tsc", "--noEmit"],
    lint: ["node_modules/@biomejs/biome/bin/biome", "lint", "components"],
    "unit tests": ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "components"],
    build: ["node_modules/next/dist/bin/next", "build"],
  };
  for (const [name, command] of Object.entries(steps)) {
    const { ok, output } = await run(folder, command);
    if (!ok) return { ok, detail: `${name}\n${output.slice(-4000)}` };
  }
  return { ok: true, detail: "" };
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { folder: { type: "string" } },
  });
  const folder = path.resolve(values.folder ?? path.join(root, ".cache", `without-${process.pid}`));
  let failed = 0;
  for (const id of wanted.length > 0 ? wanted : removable) {
    const start = Date.now();
    const { ok, detail } = await checkWithout(id, folder);
    if (!ok) failed += 1;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    say(`${ok ? "ok    " : "FAILED"}  without ${id}: ${detail || `${seconds} s`}`);
  }
  if (values.folder === undefined) fs.rmSync(folder, { recursive: true, force: true });
  process.exit(failed === 0 ? 0 : 1);
}
