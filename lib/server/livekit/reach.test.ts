import { expect, it } from "vitest";
import { createReach } from "./reach";

it("knocks twice a second where nobody listens, for that costs nothing and ends without notice", async () => {
  let now = 0;
  let calls = 0;
  const reach = createReach(() => now);
  const ask = () =>
    reach(async () => {
      calls += 1;
      throw new TypeError("fetch failed");
    }).catch(() => undefined);
  for (let turn = 0; turn < 8; turn += 1) await ask();
  expect(calls).toBe(5);
  now = 499;
  await ask();
  expect(calls).toBe(5);
  now = 501;
  await Promise.all([ask(), ask(), ask()]);
  expect(calls).toBe(6);
});

it("tries one call every five seconds while LiveKit answers nothing, and all again once one arrives", async () => {
  let now = 0;
  let away = true;
  let calls = 0;
  const reach = createReach(() => now);
  const ask = () =>
    reach(async () => {
      calls += 1;
      if (away) {
        now += 3000;
        throw new TypeError("fetch failed");
      }
      return "answer";
    }).catch((error: Error) => error.message);
  const askAll = (times: number) => Promise.all(Array.from({ length: times }, ask));

  for (let turn = 0; turn < 5; turn += 1) expect(await ask()).toBe("media-unavailable");
  await askAll(20);
  expect(calls).toBe(5);

  now += 5001;
  await askAll(20);
  expect(calls).toBe(6);

  now += 5001;
  away = false;
  expect(await ask()).toBe("answer");
  expect(await askAll(20)).toEqual(Array(20).fill("answer"));
});
