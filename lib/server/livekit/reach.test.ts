import { expect, it } from "vitest";
import { createReach } from "./reach";

it("tries one call every five seconds while LiveKit is away, and all again once one arrives", async () => {
  let now = 0;
  let away = true;
  let calls = 0;
  const reach = createReach(() => now);
  const ask = () =>
    reach(async () => {
      calls += 1;
      if (away) throw new TypeError("fetch failed");
      return "answer";
    }).catch((error: Error) => error.message);
  const askAll = (times: number) => Promise.all(Array.from({ length: times }, ask));

  for (let turn = 0; turn < 5; turn += 1) expect(await ask()).toBe("media-unavailable");
  await askAll(20);
  expect(calls).toBe(5);

  now = 5001;
  await askAll(20);
  expect(calls).toBe(6);

  now = 10_002;
  away = false;
  expect(await ask()).toBe("answer");
  expect(await askAll(20)).toEqual(Array(20).fill("answer"));
});
