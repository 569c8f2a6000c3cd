// Idempotency-Key: what is asked twice with one key happens once, and is answered twice.
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { Failure } from "@/lib/server/failure";
import type { Services } from "@/lib/server/services";
import { apiKeyIn } from "./api-keys";
import type { Caller } from "./caller";
import { type SealedWith, sealedWith } from "./sealed-with";

const keptMs = 24 * 60 * 60 * 1000;
/** A request that still runs after this was killed: none takes longer. */
const staleMs = 30_000;
const visibleAscii = /^[\x21-\x7e]{1,255}$/;
/** Whoever knows the key gets the answer: without an API key it has to be one that nobody guesses. */
const leastWithoutApiKey = 22;

function refuseKey(detail: string): Failure {
  return new Failure("invalid-request", { errors: [{ pointer: "/idempotency-key", detail }] });
}

/**
 * The caller's key, ready to seal with. Throws `invalid-request` for one that cannot be. The same key of
 * another program is another key.
 */
export function idempotencyKeyOf(services: Services, caller: Caller, key: string): SealedWith {
  if (!visibleAscii.test(key)) {
    throw refuseKey("An Idempotency-Key has 1 to 255 visible ASCII characters, without spaces.");
  }
  if (apiKeyIn(services, caller.authorization)) {
    return sealedWith(`${caller.authorization?.trim()}\n${key}`, "idempotency");
  }
  if (key.length < leastWithoutApiKey) {
    throw refuseKey(`Without an API key it needs ${leastWithoutApiKey} random characters or more.`);
  }
  return sealedWith(key, "idempotency");
}

/** What to do once: from a draft, which whoever takes over from a killed request begins with again. */
interface Once<Draft, Answer> {
  body: unknown;
  draft: Draft;
  drafts: z.ZodType<Draft>;
  answers: z.ZodType<Answer>;
  work(draft: Draft, redraft: (draft: Draft) => Promise<void>): Promise<Answer>;
}

/**
 * Does the work, or answers what it answered to the same key and body within 24 hours. Throws
 * `idempotency-mismatch` for another body and `idempotency-in-progress` while it runs. Work that fails
 * leaves the key free.
 */
export async function once<Draft, Answer>(
  services: Services,
  key: SealedWith,
  { body, draft, drafts, answers, work }: Once<Draft, Answer>,
): Promise<Answer> {
  const { idempotency } = services.store;
  const now = services.clock.now().getTime();
  const iso = (ms: number) => new Date(ms).toISOString();
  const mine = { id: key.id, claim: randomBytes(16).toString("hex") };
  const found = await idempotency.claim(
    {
      ...mine,
      bodyHash: key.fingerprint(JSON.stringify(body)),
      sealed: key.seal(JSON.stringify(draft)),
    },
    { now: iso(now), staleBefore: iso(now - staleMs), forgottenBefore: iso(now - keptMs) },
  );
  if (found.state === "mismatch") throw new Failure("idempotency-mismatch");
  if (found.state === "running") throw new Failure("idempotency-in-progress");
  if (found.state === "done") return answers.parse(JSON.parse(key.open(found.sealed)));

  const redraft = (next: Draft) =>
    idempotency.keep({ ...mine, sealed: key.seal(JSON.stringify(next)), isDone: false });
  let answer: Answer;
  try {
    answer = await work(drafts.parse(JSON.parse(key.open(found.sealed))), redraft);
  } catch (error) {
    await idempotency.release(mine).catch((cause: unknown) => {
      services.log.warn({ err: cause }, "an Idempotency-Key stays claimed until it is stale");
    });
    throw error;
  }
  await idempotency.keep({ ...mine, sealed: key.seal(JSON.stringify(answer)), isDone: true });
  return answer;
}

/** Forgets the answers that are older than 24 hours. */
export async function forgetAnswers({ store, clock }: Services): Promise<void> {
  await store.idempotency.forgetBefore(new Date(clock.now().getTime() - keptMs).toISOString());
}
