// What a person at the terminal reads: progress in plain lines, and one sentence when something is in the way.

const REMIND_EVERY_MS = 15_000;

/** Something that a person has to put right: `message` says what is wrong, `next` what to do about it. */
export class Obstacle extends Error {
  name = "Obstacle";

  /**
   * @param {string} message
   * @param {string} [next]
   */
  constructor(message, next = "") {
    super(message);
    this.next = next;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {unknown} error */
export function sayError(error) {
  if (error instanceof Obstacle) {
    process.stderr.write(`\n${error.message}\n${error.next ? `${error.next}\n` : ""}`);
  } else {
    process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  }
}

/**
 * Says what is going on, and again every 15 seconds for as long as it goes on.
 * @template T
 * @param {string} what
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(what, work) {
  say(`${what} …`);
  const began = Date.now();
  const reminder = setInterval(
    () => say(`  … still at it (${Math.round((Date.now() - began) / 1000)} s)`),
    REMIND_EVERY_MS,
  );
  try {
    return await work;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * Runs a script's main function. An `Obstacle` ends it with its sentence and exit code 1.
 * @param {() => Promise<unknown>} main
 */
export async function run(main) {
  // A closed terminal or pipe must not turn into a crash while things are being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await main();
  } catch (error) {
    sayError(error);
    process.exit(1);
  }
}
