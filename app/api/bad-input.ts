// What every address has to say no to, and how: one table for the tests with fakes and those on the real
// servers.
import { Problem, type ProblemCode } from "@/lib/contract/problem";
import { type CallOptions, callRoute, type Verb, verbs } from "./call-route";

export interface BadInput {
  what: string;
  method: Verb;
  address: string;
  options?: CallOptions;
  code: ProblemCode;
  status: number;
  pointer?: string;
}

const jsonBody = (body: string | Blob | ReadableStream) => ({
  headers: { "Content-Type": "application/json" },
  body,
});

/** A body without a length that never ends: reading it whole would never end either. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
    },
  });
}

function badBodies(method: Verb, address: string): BadInput[] {
  const say = (
    what: string,
    options: CallOptions,
    code: ProblemCode,
    status: number,
    pointer?: string,
  ): BadInput => ({
    what,
    method,
    address,
    options,
    code,
    status,
    ...(pointer === undefined ? {} : { pointer }),
  });
  return [
    say("not JSON", jsonBody("{title:"), "malformed-json", 400),
    say(
      "not UTF-8",
      jsonBody(new Blob([new Uint8Array([0x22, 0xff, 0x22])])),
      "malformed-json",
      400,
    ),
    say("a JSON number", jsonBody("12"), "invalid-request", 422, ""),
    say("a JSON array", jsonBody("[]"), "invalid-request", 422, ""),
    say("null", jsonBody("null"), "invalid-request", 422, ""),
    say(
      "deep nesting",
      jsonBody("[".repeat(9_999) + "]".repeat(9_999)),
      "invalid-request",
      422,
      "",
    ),
    say("an unknown field", { body: { nonsense: 1 } }, "invalid-request", 422, "/nonsense"),
    say(
      "a field named constructor",
      jsonBody('{"constructor":1}'),
      "invalid-request",
      422,
      "/constructor",
    ),
    say("a field named __proto__", jsonBody('{"__proto__":{}}'), "invalid-request", 422),
    say(
      "text",
      { headers: { "Content-Type": "text/plain" }, body: "{}" },
      "unsupported-media-type",
      415,
    ),
    say(
      "a form",
      { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "title=x" },
      "unsupported-media-type",
      415,
    ),
    say("70 KB", jsonBody(JSON.stringify("x".repeat(70_000))), "body-too-large", 413),
    say("a body without end", jsonBody(endless()), "body-too-large", 413),
  ];
}

const unreadableLines: [string, unknown][] = [
  ["a number", 5],
  ["empty", ""],
  ["spaces", "   "],
  ["NUL", "a\u0000b"],
  ["a bidirectional override", "a\u202eb"],
  ["nothing visible", "\u200b\u200d"],
  ["a lone surrogate", "a\ud800b"],
];

function badLines(
  method: Verb,
  address: string,
  field: string,
  max: number,
  optional = false,
): BadInput[] {
  const lines: [string, unknown][] = [...unreadableLines, ["too long", "x".repeat(max + 1)]];
  if (!optional) lines.push(["null", null]);
  return lines.map(([what, value]) => ({
    what: `${field}: ${what}`,
    method,
    address,
    options: { body: { [field]: value } },
    code: "invalid-request",
    status: 422,
    pointer: `/${field}`,
  }));
}

const badSettings: [pointer: string, settings: object][] = [
  ["/nonsense", { nonsense: true }],
  ["/has_passcode", { has_passcode: true }],
  ["/lobby", { lobby: "yes" }],
  ["/lobby", { lobby: null }],
  ["/locked", { locked: 1 }],
  ...[0, -1, 1.5, 1e9, "5"].map((max_participants): [string, object] => [
    "/max_participants",
    { max_participants },
  ]),
  ["/passcode", { passcode: "abc" }],
  ["/passcode", { passcode: "x".repeat(65) }],
  ["/passcode", { passcode: "ab\ncd" }],
  ["/passcode", { passcode: 1234 }],
  ["/allow/chat", { allow: { chat: "no" } }],
  ["/allow/everything", { allow: { everything: true } }],
];

const badChanges: [pointer: string, body: object][] = [
  ["/role", { role: "owner" }],
  ["/muted", { muted: [] }],
  ["/muted/0", { muted: ["heart"] }],
  ["/ask_to_unmute", { ask_to_unmute: false }],
  ["/allow/microphone", { allow: { microphone: "yes" } }],
  ["/hand_raised", { hand_raised: 1 }],
];

/** Could be one, and is none. */
const messageId = "p_0123456789abcdef0123456789abcdef.m1";

const impossibleIds = [
  "abc",
  "abc-defg-hi1",
  "a".repeat(65),
  "%D0%B0bc-defg-hij",
  "..%2F..%2Fetc",
  "abc%00defghij",
];

/** All of it. `id` is a meeting that is there. */
export function badInputs(id: string): BadInput[] {
  const create = "/api/v1/meetings/create";
  const meeting = `/api/v1/meetings/${id}`;
  const offered: [string, Verb[]][] = [
    [create, ["POST", "OPTIONS"]],
    ["/api/v1/meetings", ["GET", "HEAD", "OPTIONS"]],
    [meeting, ["GET", "HEAD", "PATCH", "DELETE", "OPTIONS"]],
    [`${meeting}/end`, ["POST", "OPTIONS"]],
    [`${meeting}/rotate`, ["POST", "OPTIONS"]],
    [`${meeting}/host`, ["POST", "OPTIONS"]],
    [`${meeting}/host-key`, ["POST", "OPTIONS"]],
    [`${meeting}/knocks`, ["GET", "HEAD", "POST", "OPTIONS"]],
    [`${meeting}/knocks/p_1`, ["POST", "DELETE", "OPTIONS"]],
    [`${meeting}/participants/mute-all`, ["POST", "OPTIONS"]],
    [`${meeting}/participants/lower-hands`, ["POST", "OPTIONS"]],
    [`${meeting}/participants/p_1`, ["PATCH", "DELETE", "OPTIONS"]],
    [`${meeting}/messages`, ["GET", "HEAD", "POST", "OPTIONS"]],
    [`${meeting}/messages/${messageId}`, ["PATCH", "DELETE", "OPTIONS"]],
    [`${meeting}/report`, ["GET", "HEAD", "OPTIONS"]],
    [`${meeting}/calendar.ics`, ["GET", "HEAD", "OPTIONS"]],
    [`${meeting}/join`, ["POST", "OPTIONS"]],
    [`${meeting}/info`, ["GET", "HEAD", "OPTIONS"]],
    [`${meeting}/exists`, ["GET", "HEAD", "OPTIONS"]],
    [`${meeting}/participants`, ["GET", "HEAD", "OPTIONS"]],
    ["/api/v1/livekit/webhook", ["POST", "OPTIONS"]],
    ["/api/v1/openapi.json", ["GET", "HEAD", "OPTIONS"]],
    ["/api/health/live", ["GET", "HEAD", "OPTIONS"]],
    ["/api/health/ready", ["GET", "HEAD", "OPTIONS"]],
  ];
  const wrongVerbs = offered.flatMap(([address, taken]) =>
    verbs
      .filter((verb) => !taken.includes(verb))
      .map(
        (method): BadInput => ({
          what: "a method that is not offered",
          method,
          address,
          code: "method-not-allowed",
          status: 405,
        }),
      ),
  );
  const badIds = impossibleIds.flatMap((bad) =>
    (
      [
        ["GET", "/info"],
        ["GET", "/exists"],
        ["GET", "/participants"],
        ["POST", "/join"],
        ["PATCH", ""],
        ["DELETE", ""],
        ["GET", ""],
        ["POST", "/end"],
        ["POST", "/host"],
        ["GET", "/knocks"],
        ["POST", "/knocks/p_1"],
        ["PATCH", "/participants/p_1"],
        ["GET", "/messages"],
        ["GET", "/report"],
        ["GET", "/calendar.ics"],
        ["POST", "/messages"],
        ["DELETE", `/messages/${messageId}`],
      ] as const
    ).map(
      ([method, rest]): BadInput => ({
        what: "an id that cannot be",
        method,
        address: `/api/v1/meetings/${bad}${rest}`,
        ...(method === "POST" || method === "PATCH" ? { options: { body: {} } } : {}),
        code: "invalid-request",
        status: 422,
        pointer: "/meeting_id",
      }),
    ),
  );
  const noJson = (method: Verb, address: string): BadInput => ({
    what: "no body",
    method,
    address,
    code: "malformed-json",
    status: 400,
  });
  const refusedOfSdks = [
    "participant_identity",
    "participant_metadata",
    "participant_attributes",
    "room_config",
  ];
  return [
    ...badBodies("POST", create),
    ...badBodies("POST", `${meeting}/join`),
    ...badBodies("PATCH", meeting),
    ...badBodies("POST", `${meeting}/host`),
    ...badBodies("POST", `${meeting}/knocks`),
    ...badBodies("POST", `${meeting}/knocks/p_1`),
    ...badBodies("POST", `${meeting}/participants/mute-all`),
    ...badBodies("PATCH", `${meeting}/participants/p_1`),
    ...badLines("PATCH", `${meeting}/participants/p_1`, "name", 60),
    ...badBodies("POST", `${meeting}/messages`),
    ...badBodies("PATCH", `${meeting}/messages/${messageId}`),
    noJson("POST", `${meeting}/messages`),
    noJson("PATCH", `${meeting}/messages/${messageId}`),
    ...[{ text: "" }, { text: " \u200d" }, { text: "\u0000" }, { text: "x".repeat(4001) }].map(
      (body): BadInput => ({
        what: `the text ${JSON.stringify(body).slice(0, 30)}`,
        method: "PATCH",
        address: `${meeting}/messages/${messageId}`,
        options: { body },
        code: "invalid-request",
        status: 422,
        pointer: "/text",
      }),
    ),
    ...["", "a b", "a.b", "x".repeat(65)].map(
      (ownId): BadInput => ({
        what: `a message's id ${JSON.stringify(ownId)}`,
        method: "POST",
        address: `${meeting}/messages`,
        options: { body: { id: ownId, text: "Hello" } },
        code: "invalid-request",
        status: 422,
        pointer: "/id",
      }),
    ),
    ...["", "m1", "p_1.m1"].map(
      (replyTo): BadInput => ({
        what: `an answer to ${JSON.stringify(replyTo)}`,
        method: "POST",
        address: `${meeting}/messages`,
        options: { body: { id: "m1", text: "Hello", reply_to: replyTo } },
        code: "invalid-request",
        status: 422,
        pointer: "/reply_to",
      }),
    ),
    ...["m1", "p_1.m1", `${messageId}%00`, `${messageId}%2F..`].map(
      (bad): BadInput => ({
        what: `the message ${bad}`,
        method: "DELETE",
        address: `${meeting}/messages/${bad}`,
        code: "invalid-request",
        status: 422,
        pointer: "/message_id",
      }),
    ),
    ...["format=pdf", "format=", "part=", "part=seats"].map(
      (query): BadInput => ({
        what: `the query ${query}`,
        method: "GET",
        address: `${meeting}/report?${query}`,
        code: "invalid-request",
        status: 422,
        pointer: `/${query.split("=")[0]}`,
      }),
    ),
    ...["rotate=yes", "rotate="].map(
      (query): BadInput => ({
        what: `the query ${query}`,
        method: "DELETE",
        address: `${meeting}/participants/p_1?${query}`,
        code: "invalid-request",
        status: 422,
        pointer: "/rotate",
      }),
    ),
    ...["limit=0", "limit=201", "cursor="].map(
      (query): BadInput => ({
        what: `the query ${query}`,
        method: "GET",
        address: `${meeting}/messages?${query}`,
        code: "invalid-request",
        status: 422,
        pointer: `/${query.split("=")[0]}`,
      }),
    ),
    noJson("PATCH", `${meeting}/participants/p_1`),
    noJson("POST", `${meeting}/knocks`),
    noJson("POST", `${meeting}/join`),
    noJson("PATCH", meeting),
    ...badLines("POST", create, "title", 120),
    ...badLines("PATCH", meeting, "title", 120, true),
    ...badLines("POST", `${meeting}/join`, "participant_name", 60),
    ...refusedOfSdks.map(
      (field): BadInput => ({
        what: `${field} of the caller's choice`,
        method: "POST",
        address: `${meeting}/join`,
        options: { body: { participant_name: "Ada", [field]: "host" } },
        code: "invalid-request",
        status: 422,
        pointer: `/${field}`,
      }),
    ),
    ...[
      ["tomorrow", "scheduled_at"],
      ["2026-11-23T10:00:00", "scheduled_at"],
      ["+99999-01-01T00:00:00Z", "scheduled_at"],
      ["2026-02-31T10:00:00Z", "scheduled_at"],
      [1e12, "scheduled_at"],
    ].map(
      ([value, field]): BadInput => ({
        what: `a time that is none: ${value}`,
        method: "POST",
        address: create,
        options: { body: { [`${field}`]: value } },
        code: "invalid-request",
        status: 422,
        pointer: `/${field}`,
      }),
    ),
    ...(["POST", "PATCH"] as const).flatMap((method) =>
      badSettings.map(
        ([pointer, settings]): BadInput => ({
          what: `the settings ${JSON.stringify(settings)}`,
          method,
          address: method === "POST" ? create : meeting,
          options: { body: { settings } },
          code: "invalid-request",
          status: 422,
          pointer: `/settings${pointer}`,
        }),
      ),
    ),
    ...badChanges.map(
      ([pointer, body]): BadInput => ({
        what: `a change of a participant: ${JSON.stringify(body)}`,
        method: "PATCH",
        address: `${meeting}/participants/p_1`,
        options: { body },
        code: "invalid-request",
        status: 422,
        pointer,
      }),
    ),
    ...["..%2F..", "a".repeat(65), "p%00", "%20"].map(
      (identity): BadInput => ({
        what: `the identity ${identity}`,
        method: "DELETE",
        address: `${meeting}/participants/${identity}`,
        code: "invalid-request",
        status: 422,
        pointer: "/identity",
      }),
    ),
    ...["limit=0", "limit=x", "limit=101", "cursor="].map(
      (query): BadInput => ({
        what: `the query ${query}`,
        method: "GET",
        address: `/api/v1/meetings?${query}`,
        code: "invalid-request",
        status: 422,
        pointer: `/${query.split("=")[0]}`,
      }),
    ),
    {
      what: "an address that cannot be decoded",
      method: "GET",
      address: "/api/v1/meetings/%E0%A4%A/info",
      code: "malformed-url",
      status: 400,
    },
    ...badIds,
    ...wrongVerbs,
    ...verbs.flatMap((method) =>
      ["/api/nope", "/api/v1/meetings/abc-defg-hij/nope", "/api/v2/meetings"].map(
        (address): BadInput => ({
          what: "an address that is not there",
          method,
          address,
          code: "not-found",
          status: 404,
        }),
      ),
    ),
  ];
}

/** What is wrong with the answer to a bad request; empty when it is as it has to be. */
export async function complaintsAbout(input: BadInput): Promise<string[]> {
  const { method, address, options = {}, code, status, pointer } = input;
  const name = `${method} ${address}, ${input.what}`;
  const response = await callRoute(method, address, {
    ...options,
    headers: { "x-client-address": "192.0.2.9", ...options.headers },
  });
  const text = await response.text();
  const complaints: string[] = [];
  const expectEqual = (what: string, is: unknown, expected: unknown) => {
    if (is !== expected) complaints.push(`${name}: ${what} is ${is}, not ${expected}: ${text}`);
  };
  expectEqual("status", response.status, status);
  expectEqual("type", response.headers.get("content-type"), "application/problem+json");
  expectEqual("caching", response.headers.get("cache-control"), "no-store");
  if (status === 405 && !response.headers.get("allow")) complaints.push(`${name}: no Allow`);
  if (method === "HEAD") return complaints;
  const problem = Problem.safeParse(JSON.parse(text));
  if (!problem.success) return [...complaints, `${name}: no problem but ${text}`];
  expectEqual("code", problem.data.code, code);
  expectEqual("request id", problem.data.request_id, response.headers.get("x-request-id"));
  const pointers = problem.data.errors?.map((error) => error.pointer) ?? [];
  if (pointer !== undefined && !pointers.includes(pointer)) {
    complaints.push(`${name}: ${pointers} are named, and not ${pointer}: ${text}`);
  }
  if (/\bat \/|node_modules|select |insert /i.test(text))
    complaints.push(`${name}: too much: ${text}`);
  return complaints;
}
