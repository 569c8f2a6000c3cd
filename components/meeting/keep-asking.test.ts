import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import type { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import { type ProblemCode, problems } from "@/lib/contract/problem";
import { keepAsking, type WaitingTrouble } from "./keep-asking";
import type { Arrival } from "./take-seat";

const waiting: WaitingToJoin = {
  status: "waiting-for-admission",
  seat_token: "seat_a",
  retry_after_ms: 2_000,
  participant_identity: "p_ada",
  participant_name: "Ada",
  waiting_since: "2026-11-24T12:00:00Z",
};
// Handed on and looked at by nobody here.
const joined: JoinedMeeting = Object.create(null);
const arrival: Arrival = { joined, isNew: true };

const problem = (code: ProblemCode, retryAfter?: number) =>
  new ApiProblem({ type: "", ...problems[code], detail: "", code, request_id: "r" }, retryAfter);

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const frame = new EventTarget();
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", frame);
  page.visibilityState = "visible";
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Asks with these answers, one after the other; the last one stays. */
function begin(answers: readonly (WaitingToJoin | Arrival | Error)[]) {
  const heard: string[] = [];
  const troubles: (WaitingTrouble | undefined)[] = [];
  let asked = 0;
  stop = keepAsking(2_000, {
    ask: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    },
    onWaiting: () => heard.push("waiting"),
    onTrouble: (trouble) => troubles.push(trouble),
    onArrival: () => heard.push("arrival"),
    onFailure: () => heard.push("failure"),
  });
  return { heard, troubles, asked: () => asked };
}

test("asks at the server's pace until there is a place", async () => {
  const { heard, asked } = begin([waiting, waiting, arrival]);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(asked()).toBe(0);
  await vi.advanceTimersByTimeAsync(4_200);
  expect(heard).toEqual(["waiting", "waiting", "arrival"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(3);
});

test("asks at once when the page is looked at again or the network is back", async () => {
  const { asked } = begin([waiting]);
  await vi.advanceTimersByTimeAsync(100);
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(1);
  frame.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(2);
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(2);
});

test("a busy server is asked when it said, not sooner, and the place is kept", async () => {
  const { heard, troubles, asked } = begin([problem("rate-limited", 10), waiting]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(troubles).toEqual(["busy"]);
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(9_900);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(troubles).toEqual(["busy", undefined]);
  expect(heard).toEqual(["waiting"]);
});

test("no answer is asked for again, later each time", async () => {
  const { troubles, asked } = begin([
    new Unreachable("network", "r"),
    problem("store-unavailable"),
    new Unreachable("offline", "r"),
    arrival,
  ]);
  await vi.advanceTimersByTimeAsync(2_000 + 1_000 + 2_000);
  expect(troubles).toEqual(["no-answer", "no-answer", "offline"]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked()).toBe(4);
});

test("a refusal is the last word", async () => {
  const { heard, asked } = begin([problem("denied", 60)]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual(["failure"]);
  expect(asked()).toBe(1);
});

test("whoever leaves is asked for no more", async () => {
  const { asked } = begin([waiting]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(0);
});
