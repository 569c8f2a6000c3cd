// Tries out a running server by its own OpenAPI document, with thousands of right and wrong requests:
// `npm run check:schema -- http://localhost:3000`. Nothing may answer with a 5xx, a status that the
// document does not name, or a body that its schema does not allow. SCHEMA_CASES says how many requests at
// least (3000), SCHEMA_SEED which ones; SCHEMA_CHECK_KEYS names API keys of the server, with commas between
// them, which open what only hosts may do. It makes meetings there, and deletes some.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runChild, stopOnSignals } from "./lib/children.mjs";
import { findSchemathesis } from "./lib/find-schemathesis.mjs";
import { Obstacle, run, say } from "./lib/say.mjs";

const lib = path.join(import.meta.dirname, "lib");
const meetingsToAskFor = 100;
/** Requests an operation that come whatever is asked for: every way to be just right or just wrong. */
const coverage = 25;

/**
 * Meetings for the requests to be about. Where a rate limit ends it early, fewer will do.
 * @param {string} url
 * @param {string | undefined} key
 */
async function makeMeetings(url, key) {
  const ids = [];
  for (let index = 0; index < meetingsToAskFor; index += 1) {
    const response = await fetch(`${url}/api/v1/meetings/create`, {
      method: "POST",
      headers: {
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        "x-forwarded-for": `10.255.0.${index}`,
      },
    });
    if (response.status === 429) break;
    if (response.status !== 201) {
      throw new Obstacle(`${url} makes no meetings: it answers ${response.status}.`);
    }
    ids.push((await response.json()).meeting_id);
  }
  return ids;
}

/**
 * A meeting with people in it, for what only somebody in it is answered: hosts, guests, some who wait, and
 * what the first few of them wrote.
 * @param {string} url
 * @param {string | undefined} key
 */
async function makePeople(url, key) {
  const ask = async (method, address, token, body) => {
    const response = await fetch(`${url}/api/v1/meetings/${address}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": "10.255.1.1",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Obstacle(`${url} makes no meeting with people in it: ${answer.detail}`);
  };
  const { meeting_id: id, host_key: hostKey } = await ask("POST", "create", key, {});
  const join = async (name, token) => {
    const seat = await ask("POST", `${id}/join`, token, { participant_name: name });
    return { identity: seat.participant_identity, token: seat.seat_token };
  };
  const several = async (count, make) => {
    const made = [];
    for (let index = 0; index < count; index += 1) made.push(await make(index));
    return made;
  };
  const hosts = await several(3, (index) => join(`Host ${index}`, hostKey));
  const guests = await several(24, (index) => join(`Guest ${index}`));
  await ask("PATCH", id, hostKey, { settings: { lobby: true } });
  const waiting = await several(12, (index) => join(`Waits ${index}`));
  const authors = [...hosts, ...guests.slice(0, 3)];
  const messages = await several(24, async (index) => {
    const { token } = authors[index % authors.length];
    const text = `Message ${index}`;
    return (await ask("POST", `${id}/messages`, token, { id: `m${index}`, text })).message_id;
  });
  return { id, hosts, guests, waiting, messages };
}

/** What a seat is for, and has to succeed in: who only ever is refused shows nothing of the right answers. */
const ofSeats = [
  ...["listMessages", "postMessage", "editMessage", "deleteMessage"],
  ...["listParticipants", "updateParticipant", "removeParticipant", "muteAll", "lowerHands"],
  ...["listKnocks", "decideAllKnocks", "decideKnock", "leaveLobby"],
];

/**
 * One run of Schemathesis: with each of `keys` in turn, or where a request is about one of `people`, now and
 * then as that one. `operations` alone, where they are named.
 * @param {{ program: string, url: string, work: string, name: string, keys: string, examples: number,
 *   people?: { identity: string, token: string }[], operations?: string[] }} options
 * @returns {Promise<{ cases: number, failed: boolean, output: string, succeeded: Set<string> }>}
 */
async function tryOut({ program, url, work, name, keys, examples, people = [], operations = [] }) {
  const report = path.join(work, `${name}.json`);
  const output = path.join(work, `${name}.log`);
  const succeeded = path.join(work, `${name}.succeeded`);
  const seats = Object.fromEntries(people.map(({ identity, token }) => [identity, token]));
  const { code } = await runChild(
    "schemathesis",
    program,
    [
      ...["run", `${url}/api/v1/openapi.json`, "--url", url, "--no-color"],
      // The same requests for the same document: what fails was changed, and not the dice.
      ...["--seed", process.env.SCHEMA_SEED || "1"],
      ...["--max-examples", String(examples), "--warnings", "off"],
      ...["--report", "json", "--report-json-path", report],
      ...operations.flatMap((operation) => ["--include-operation-id", operation]),
    ],
    {
      cwd: work,
      logFile: output,
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: "1",
        SCHEMA_CHECK_HOOKS: path.join(lib, "schemathesis_hooks.py"),
        SCHEMA_CHECK_KEYS: keys,
        SCHEMA_CHECK_SEATS: JSON.stringify(seats),
        SCHEMA_CHECK_SUCCEEDED: succeeded,
      },
    },
  );
  const text = fs.readFileSync(output, "utf8");
  if (!fs.existsSync(report)) throw new Obstacle(`Schemathesis did not run:\n${text}`);
  const told = JSON.parse(fs.readFileSync(report, "utf8"));
  const failed = code !== 0 || told.failures.length > 0 || told.errors.length > 0;
  return {
    cases: told.test_cases.generated,
    failed,
    output: text,
    succeeded: new Set(fs.readFileSync(succeeded, "utf8").split("\n")),
  };
}

/** What a person reads of a run that failed: what was wrong, and how to bring it about again. */
function findings(output) {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => /^=+ (ERRORS|FAILURES) =+$/.test(line));
  return lines
    .slice(Math.max(0, start))
    .map((line) => (line.length > 600 ? `${line.slice(0, 600)} …` : line))
    .join("\n");
}

/** How many operations the document has: the examples are counted for each. */
async function countOperations(url) {
  const { paths } = await (await fetch(`${url}/api/v1/openapi.json`)).json();
  return Object.values(paths).reduce((sum, verbs) => sum + Object.keys(verbs).length, 0);
}

/**
 * Tries out the server at `url` as a stranger, as people with a seat and, with `keys`, as programs that may
 * do anything.
 * @param {{ url: string, program: string, cases: number, keys?: string }} options
 * @returns {Promise<{ ok: boolean, detail: string }>}
 */
export async function checkSchema({ url, program, cases, keys = "" }) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), "meetings-schema-"));
  try {
    const operations = await countOperations(url);
    const [firstKey] = keys.split(",");
    const ids = await makeMeetings(url, firstKey);
    const there = await makePeople(url, firstKey);
    const { hosts, guests, waiting } = there;
    const write = (name, words) =>
      fs.writeFileSync(
        path.join(work, `${name}.dict`),
        words.map((word) => `"${word}"\n`).join(""),
      );
    write(
      "identities",
      // The hosts put each other out, and then nobody is left to succeed.
      [...guests, ...waiting].map(({ identity }) => identity),
    );
    write("messages", there.messages);
    fs.copyFileSync(path.join(lib, "schemathesis.toml"), path.join(work, "schemathesis.toml"));
    const seats = {
      people: [...hosts, ...guests, ...waiting],
      keys: [...hosts, guests[0], waiting[0]].map(({ token }) => token).join(","),
      operations: ofSeats,
      ids: [there.id],
    };
    const runs = [
      { name: "stranger", keys: "", ids, share: keys ? 0.35 : 0.85 },
      { name: "person with a seat", ...seats, share: 0.15 },
      ...(keys ? [{ name: "program", keys, ids, share: 0.5 }] : []),
    ];
    let total = 0;
    let ok = true;
    for (const { name, share, ids: about, ...as } of runs) {
      write("meetings", about);
      const asked = as.operations?.length ?? operations;
      const examples = Math.max(10, Math.ceil((cases * share) / asked) - coverage);
      const result = await tryOut({ program, url, work, name, examples, ...as });
      const refused = (as.operations ?? []).filter((each) => !result.succeeded.has(each));
      if (refused.length > 0) {
        say(
          `  as a ${name}: nothing succeeded of ${refused.join(", ")}, so no right answer was seen`,
        );
        ok = false;
      }
      total += result.cases;
      ok &&= !result.failed;
      say(
        `  as a ${name}: ${result.cases} requests, ${result.failed ? "FAILED" : "all as documented"}`,
      );
      if (result.failed) say(findings(result.output));
    }
    if (total < cases) {
      say(`  ${total} requests are fewer than the ${cases} that were asked for.`);
      ok = false;
    }
    return { ok, detail: `${total} requests to ${operations} operations` };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** @param {NodeJS.ProcessEnv} env */
export function wantedCases(env) {
  const text = env.SCHEMA_CASES?.trim() || "3000";
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new Obstacle(`SCHEMA_CASES is "${text}", but has to be a whole number.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stopOnSignals(async () => {});
  void run(async () => {
    const url = (process.argv[2] ?? "").replace(/\/+$/, "");
    if (!/^https?:\/\/\S+$/.test(url)) {
      throw new Obstacle(
        "Say which server to try out, for example: npm run check:schema -- http://localhost:3000",
      );
    }
    const program = await findSchemathesis();
    if (!program) {
      say("Skipped: there is no Python on this machine, which Schemathesis needs.");
      return;
    }
    const { ok, detail } = await checkSchema({
      url,
      program,
      cases: wantedCases(process.env),
      keys: process.env.SCHEMA_CHECK_KEYS,
    });
    say(`${ok ? "ok" : "FAILED"}: ${detail}`);
    process.exit(ok ? 0 : 1);
  });
}
