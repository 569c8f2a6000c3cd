import { expect, it } from "vitest";
import { fewAtOnce } from "./few-at-once";

it("does all of it, never more than eight at once, and returns what failed", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const thrown = await fewAtOnce([...Array(30).keys()], async (number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, number % 3));
    running -= 1;
    if (number % 10 === 0) throw new Error(`${number}`);
    done.push(number);
  });
  expect(most).toBe(8);
  expect(done).toHaveLength(27);
  expect(thrown).toHaveLength(3);
  expect(await fewAtOnce([], () => Promise.reject(new Error("never")))).toEqual([]);
});
