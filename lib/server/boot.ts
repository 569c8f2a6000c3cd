// What happens once, before the first request: the configuration is checked, the store brought up to
// date, and the round over what webhooks missed begins.
import "server-only";
import { EnvProblem } from "./env";
import { Failure } from "./failure";
import { reconcile } from "./meetings/reconcile";
import { type Services, services } from "./services";

const roundMs = 10_000;

declare global {
  var meetingsRound: ReturnType<typeof setInterval> | undefined;
}

/**
 * A throw in `register` would leave the built server up and answering 500 to everything: so it ends,
 * with sentences that say what to do.
 */
function stop(sentences: readonly string[]): never {
  const lines = ["", "The app cannot start:", ...sentences.map((line) => `  - ${line}`), ""];
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}

function configured(): Services {
  try {
    return services();
  } catch (error) {
    if (error instanceof EnvProblem) stop(error.sentences);
    // Its text may hold a secret; its kind does not.
    const kind = error instanceof Error ? error.name : "unknown";
    return stop([
      `The configuration cannot be used (${kind}).`,
      "Compare what is set with .env.local.example.",
    ]);
  }
}

async function migrate({ store, log }: Services): Promise<void> {
  try {
    // Waits for a database that starts beside us, and for another process's migration.
    await store.migrate();
  } catch (error) {
    const why = error instanceof Failure && error.cause instanceof Error ? error.cause.message : "";
    if (!why) log.fatal({ err: error }, "the store cannot be opened");
    stop([
      `The store cannot be opened. ${why || "The line above says why."}`,
      "Look at DATABASE_URL, or without it at DATA_DIR and whether this user may write there.",
    ]);
  }
}

/** A process that lives long looks every 10 s; the lease keeps it to one of them. */
function startRounds(shared: Services): void {
  clearInterval(globalThis.meetingsRound);
  globalThis.meetingsRound = setInterval(() => {
    reconcile(shared).catch((error: unknown) => {
      shared.log.debug({ err: error }, "could not reconcile; the next round tries again");
    });
  }, roundMs);
  globalThis.meetingsRound.unref();
}

export async function boot(): Promise<void> {
  const shared = configured();
  await migrate(shared);
  if (!shared.config.onVercel) startRounds(shared);
}
