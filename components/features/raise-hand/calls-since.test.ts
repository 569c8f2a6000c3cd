import { expect, test } from "vitest";
import { callsSince, type Turn } from "./calls-since";

const turn = (at?: string): Turn => ({
  identity: "1",
  name: "Ada",
  isLocal: false,
  at,
  by: "Lena",
});
const first = "2026-11-25T10:00:00.000Z";
const second = "2026-11-25T10:05:00.000Z";

test("a call that was there before me is no news; the next one is, once", () => {
  const { fresh, next } = callsSince(new Map(), [turn(first)]);
  expect(fresh).toEqual([]);
  const later = callsSince(next, [turn(second)]);
  expect(later.fresh).toEqual([turn(second)]);
  expect(callsSince(later.next, [turn(second)]).fresh).toEqual([]);
});

test("somebody whose connection is made again is not called on again by that", () => {
  const called = callsSince(callsSince(new Map(), [turn()]).next, [turn(first)]);
  expect(called.fresh).toHaveLength(1);
  const away = callsSince(callsSince(called.next, []).next, [turn()]);
  expect(callsSince(away.next, [turn(first)]).fresh).toEqual([]);
});
