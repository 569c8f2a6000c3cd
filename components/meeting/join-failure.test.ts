import { expect, test } from "vitest";
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import { type ProblemCode, problems } from "@/lib/contract/problem";
import { joinFailureOf } from "./join-failure";

const problem = (
  code: ProblemCode,
  retryAfter?: number,
  errors?: ApiProblem["problem"]["errors"],
) =>
  new ApiProblem(
    {
      type: `/problems/${code}`,
      title: problems[code].title,
      status: problems[code].status,
      detail: "What happened.",
      code,
      request_id: "r-1",
      ...(errors ? { errors } : {}),
    },
    retryAfter,
  );

test("what is final has its own page", () => {
  expect(joinFailureOf(problem("removed"), 0)).toEqual({
    leadsTo: "end",
    end: { reason: "removed", detail: "What happened." },
  });
  expect(joinFailureOf(problem("denied", 42), 0)).toEqual({
    leadsTo: "end",
    end: { reason: "denied", askAgainIn: 42 },
  });
  expect(joinFailureOf(problem("meeting-deleted"), 0)).toMatchObject({
    end: { reason: "meeting-deleted" },
  });
  expect(joinFailureOf(problem("meeting-full"), 0)).toMatchObject({ end: { reason: "full" } });
  expect(joinFailureOf(problem("meeting-not-found"), 0)).toMatchObject({
    end: { reason: "not-found" },
  });
});

test("what may pass is tried again by itself, as late as the server says, and ever later", () => {
  const wait = (attempt: number, wish?: number) => {
    const failure = joinFailureOf(problem("media-unavailable", wish), attempt);
    return failure.leadsTo === "form" ? failure.notice.retryIn : undefined;
  };
  expect([0, 1, 2, 3, 9].map((attempt) => wait(attempt))).toEqual([4, 8, 16, 32, 32]);
  expect(wait(0, 20)).toBe(20);
  expect(wait(0, 3600)).toBe(60);
});

test("a refused name is said at the name", () => {
  const errors = [{ pointer: "/participant_name", detail: "A name may be at most 60 characters." }];
  expect(joinFailureOf(problem("invalid-request", undefined, errors), 0)).toEqual({
    leadsTo: "name",
    detail: "A name may be at most 60 characters.",
  });
});

test("a wrong passcode is said at the passcode, a locked meeting at the form", () => {
  expect(joinFailureOf(problem("wrong-passcode"), 0)).toEqual({ leadsTo: "passcode" });
  expect(joinFailureOf(problem("meeting-locked"), 0)).toMatchObject({
    notice: { reason: "locked" },
  });
});

test("offline waits for the line, no answer for a while", () => {
  expect(joinFailureOf(new Unreachable("offline", "web-1"), 0)).toEqual({
    leadsTo: "form",
    notice: { reason: "offline" },
  });
  expect(joinFailureOf(new Unreachable("timeout", "web-1"), 0)).toMatchObject({
    notice: { reason: "no-answer", retryIn: 4 },
  });
});

test("a problem nobody foresaw is told in the server's words", () => {
  expect(joinFailureOf(problem("forbidden"), 0)).toMatchObject({
    notice: { reason: "refused", detail: "What happened.", requestId: "r-1" },
  });
});

test("a part of the page that did not arrive is not a refusal", () => {
  expect(joinFailureOf(new TypeError("Failed to fetch module"), 0)).toMatchObject({
    notice: { reason: "not-loaded" },
  });
});
