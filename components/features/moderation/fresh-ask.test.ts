import { expect, test } from "vitest";
import { isFreshAsk } from "./fresh-ask";

const askedAt = "2026-11-24T10:00:00.000Z";
const soon = Date.parse(askedAt) + 5_000;
const late = Date.parse(askedAt) + 61_000;

test("an ask from a moment ago is passed on, an old one is not", () => {
  const ask = { askedAt, answered: undefined, cameWhileHere: false };
  expect(isFreshAsk({ ...ask, now: soon })).toBe(true);
  expect(isFreshAsk({ ...ask, now: late })).toBe(false);
});

test("one that comes while I am here is fresh, however wrong my clock is", () => {
  expect(isFreshAsk({ askedAt, answered: undefined, now: late, cameWhileHere: true })).toBe(true);
});

test("after a reload the same ask does not come again, a new one does", () => {
  expect(isFreshAsk({ askedAt, answered: askedAt, now: soon, cameWhileHere: false })).toBe(false);
  const before = "2026-11-24T09:59:30.000Z";
  expect(isFreshAsk({ askedAt, answered: before, now: soon, cameWhileHere: true })).toBe(true);
});
