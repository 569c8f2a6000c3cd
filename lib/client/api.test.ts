import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { joinMeeting, meetingExists } from "./api";
import { ApiProblem, Unreachable } from "./api-error";

const fetching = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal("fetch", fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  fetching.mockReset();
});

const answer = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

const full = {
  type: "/problems/meeting-full",
  title: "The meeting is full.",
  status: 409,
  detail: "The meeting is full.",
  code: "meeting-full",
  request_id: "req-1",
};

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("an answer is parsed before anybody sees it", async () => {
  fetching.mockResolvedValueOnce(answer({ meeting_id: "abc-defg-hij", exists: true }, 200));
  expect(await meetingExists("abc-defg-hij")).toEqual({ meeting_id: "abc-defg-hij", exists: true });
  fetching.mockResolvedValueOnce(answer({ exists: "yes" }, 200));
  const failure = await failureOf(meetingExists("abc-defg-hij"));
  expect(failure).toMatchObject({ name: "Unreachable", reason: "strange-answer" });
});

test("a no carries the problem and when to ask again", async () => {
  fetching.mockResolvedValueOnce(answer(full, 409, { "Retry-After": "3" }));
  const failure = await failureOf(joinMeeting("abc-defg-hij", { participant_name: "Ada" }));
  expect(failure).toBeInstanceOf(ApiProblem);
  expect(failure).toMatchObject({ retryAfter: 3, problem: { code: "meeting-full" } });
});

test("the seat goes as the bearer, and the name as the body", async () => {
  fetching.mockResolvedValueOnce(answer(full, 409));
  await failureOf(
    joinMeeting("abc-defg-hij", { participant_name: "Ada" }, { seatToken: "seat_x" }),
  );
  const [url, init] = fetching.mock.calls[0] ?? [];
  expect(url).toBe("/api/v1/meetings/abc-defg-hij/join");
  expect(new Headers(init?.headers).get("authorization")).toBe("Bearer seat_x");
  expect(init?.body).toBe('{"participant_name":"Ada"}');
});

test("somebody else's error page is no answer, and keeps the request's id", async () => {
  fetching.mockResolvedValueOnce(answer("<h1>Bad gateway</h1>", 502, { "X-Request-Id": "req-2" }));
  const failure = await failureOf(meetingExists("abc-defg-hij"));
  expect(failure).toMatchObject({ reason: "strange-answer", requestId: "req-2" });
});

test("a network that fails is told from a server that says no", async () => {
  fetching.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const failure = await failureOf(meetingExists("abc-defg-hij"));
  expect(failure).toBeInstanceOf(Unreachable);
  expect(failure).toMatchObject({ reason: "network" });
});

test("an answer that never comes is given up on", async () => {
  vi.useFakeTimers();
  fetching.mockImplementationOnce(
    (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () =>
          reject(new DOMException("aborted", "AbortError")),
        );
      }),
  );
  const failing = failureOf(meetingExists("abc-defg-hij"));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await failing).toMatchObject({ name: "Unreachable", reason: "timeout" });
});
