import { expect, test, vi } from "vitest";
import { Failure } from "./failure";

test("a failure that another bundle of the same process threw is still a failure", async () => {
  vi.resetModules();
  const other = await import("./failure");
  expect(other.Failure).not.toBe(Failure);
  expect(new other.Failure("media-unavailable") instanceof Failure).toBe(true);
  expect(new Error("media-unavailable") instanceof Failure).toBe(false);
});
