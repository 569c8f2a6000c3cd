import { expect, test } from "vitest";
import { hedged } from "./hedged";

const never = () => new Promise<never>(() => {});
const options = { afterMs: 10, most: 3 };

test("a call that hangs is made again, and the first good answer counts", async () => {
  let calls = 0;
  const call = async () => {
    calls += 1;
    return calls === 1 ? await never() : calls;
  };
  expect(await hedged(call, options)).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(calls).toBe(2);
});

test("a refusal at once is the answer, and nothing is asked again", async () => {
  let calls = 0;
  const call = async () => {
    calls += 1;
    throw new Error("refused");
  };
  await expect(hedged(call, options)).rejects.toThrow("refused");
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(calls).toBe(1);
});
