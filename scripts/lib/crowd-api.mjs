// How people who do not exist come in and act: through the meeting API, as everybody does.
import { setTimeout as pause } from "node:timers/promises";
import { Obstacle, say } from "./say.mjs";

/**
 * One request, and what came of it.
 * @param {string} url
 * @param {{ method?: string, body?: unknown, seat?: string, signal?: AbortSignal }} [options]
 * @throws {Obstacle} where nobody answers, or somebody else does
 */
export async function ask(url, { method = "POST", body, seat, signal } = {}) {
  const { origin } = new URL(url);
  const response = await fetch(url, {
    method,
    headers: {
      "content-type": "application/json",
      ...(seat === undefined ? {} : { authorization: `Bearer ${seat}` }),
    },
    body: JSON.stringify(body),
    signal,
  }).catch((cause) => {
    if (signal?.aborted) throw cause;
    throw new Obstacle(`Nobody answers at ${origin}.`, "Is the app running?");
  });
  const { status, headers } = response;
  const text = await response.text();
  try {
    return { status, headers, answer: text === "" ? undefined : JSON.parse(text) };
  } catch {
    throw new Obstacle(
      `What answers at ${origin} (${status}) is not the meeting API.`,
      "Take the link from the address bar of the app itself.",
    );
  }
}

/** Says a thing that concerns all of them once. */
const sayOnce = (() => {
  const said = new Set();
  return (line) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
})();

/**
 * Comes in, after as much waiting as the meeting asks for; who is sent away meanwhile waits no more.
 * @returns what the API answers to who may come in
 * @throws {Obstacle} who was not let in, and why
 */
export async function takeSeat(api, name, { passcode, signal }) {
  const body = { participant_name: name, ...(passcode === undefined ? {} : { passcode }) };
  let waiting;
  try {
    for (;;) {
      const seat = waiting?.seat_token;
      const { status, answer, headers } = await ask(`${api}/join`, { body, seat, signal });
      if (status === 201) return answer;
      if (status === 202) {
        if (!waiting) say(`${name} waits (${answer.status})`);
        waiting = answer;
        await pause(answer.retry_after_ms, undefined, { signal });
      } else if (status === 429 || status === 503) {
        const seconds = Number(headers.get("retry-after") ?? 1);
        sayOnce(`Not yet: ${answer.detail} It is asked again until it goes.`);
        await pause(seconds * 1000, undefined, { signal });
      } else {
        throw new Obstacle(`${name} was not let in: ${answer.detail}`);
      }
    }
  } catch (error) {
    if (waiting && signal.aborted) {
      const knock = `${api}/knocks/${waiting.participant_identity}`;
      await ask(knock, { method: "DELETE", seat: waiting.seat_token }).catch(() => undefined);
    }
    throw error;
  }
}
