import { expect, test } from "vitest";
import { type Hand, hadItsTurn, inQueue, loweredSince, raisedSince } from "./hand-order";

const hand = (identity: string, raisedAt: string): Hand => ({
  identity,
  name: identity,
  isLocal: false,
  raisedAt,
});
const ada = hand("ada", "2026-11-25T10:00:00.000Z");
const kenji = hand("kenji", "2026-11-25T10:00:05.000Z");
const lena = hand("lena", "2026-11-25T09:59:00.000Z");

test("who raised a hand first speaks first", () => {
  expect(inQueue([kenji, ada, lena])).toEqual([lena, ada, kenji]);
});

test("of two at the same moment everybody sees the same one first", () => {
  const zoe = hand("zoe", ada.raisedAt);
  expect(inQueue([zoe, ada])).toEqual(inQueue([ada, zoe]));
});

test("a hand that goes up again is news, one that stays up is not", () => {
  const again = { ...ada, raisedAt: "2026-11-25T10:01:00.000Z" };
  expect(raisedSince([ada, lena], [lena, again, kenji])).toEqual([again, kenji]);
  expect(raisedSince([ada, lena], [lena])).toEqual([]);
});

test("a hand that goes down is news, one that is raised anew is not", () => {
  const again = { ...ada, raisedAt: "2026-11-25T10:01:00.000Z" };
  expect(loweredSince([ada, lena], [again])).toEqual([lena]);
  expect(loweredSince([ada], [ada, lena])).toEqual([]);
});

test("a hand had its turn when it was called on since it went up, not by a turn before", () => {
  expect(hadItsTurn(ada.raisedAt, undefined)).toBe(false);
  expect(hadItsTurn(ada.raisedAt, "2026-11-25T09:00:00.000Z")).toBe(false);
  expect(hadItsTurn(ada.raisedAt, "2026-11-25T10:02:00.000Z")).toBe(true);
});
