// Brings people who do not exist into any meeting, through the API as everybody comes: for developing, for
// pictures, for load. `node scripts/crowd.mjs --help` says how.
import { help, readCrowd } from "./lib/crowd-arguments.mjs";
import { Obstacle, run, say } from "./lib/say.mjs";

/** LiveKit for Node comes with what is needed for development only. */
async function loadPeople() {
  try {
    return await import("./lib/crowd-people.mjs");
  } catch (error) {
    if (!/@livekit\/rtc-/.test(error.message)) throw error;
    throw new Obstacle(
      "The crowd needs @livekit/rtc-node, which is not installed here.",
      "Install what is for development, too: npm install --include=dev --include=optional",
    );
  }
}

async function main() {
  const wanted = readCrowd(process.argv.slice(2));
  if (!wanted) {
    say(help);
    return;
  }
  const { Crowd } = await loadPeople();
  const leaving = new AbortController();
  const { signal } = leaving;
  for (const each of ["SIGINT", "SIGTERM"]) process.on(each, () => leaving.abort());
  if (wanted.seconds) setTimeout(() => leaving.abort(), wanted.seconds * 1000).unref();

  const crowd = new Crowd(wanted, signal);
  const doings = crowd.act();
  try {
    await crowd.comeIn();
    say(`${crowd.size} ${crowd.size === 1 ? "person is" : "people are"} in`);
    const sentAway = new Promise((resolve) => {
      signal.addEventListener("abort", () => resolve(true), { once: true });
    });
    const isSentAway = signal.aborted || (await Promise.race([sentAway, crowd.allGone()]));
    if (!isSentAway) say("The meeting is over for all of them.");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    leaving.abort();
    await doings;
    if ((await crowd.leave()) > 0) say("All have left");
  }
}

await run(main);
process.exit(0);
