// Walks every endpoint of a running server in order, with a real participant connected in between, and
// stops at the first thing that is not as the API promises: `npm run check:api -- http://localhost:3000`.
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { dispose, Room, RoomEvent } from "@livekit/rtc-node";

const base = (process.argv[2] ?? "").replace(/\/+$/, "");
if (!/^https?:\/\/\S+$/.test(base)) {
  console.error(
    "Say which server to check, for example: npm run check:api -- http://localhost:3000",
  );
  process.exit(1);
}

/** One request; the body is parsed where it is JSON. Redirects are answers here, not followed. */
async function call(method, path, { body, raw, headers = {} } = {}) {
  const response = await fetch(base + path, {
    method,
    redirect: "manual",
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: type.includes("json") && text !== "" ? JSON.parse(text) : undefined,
  };
}

const bearer = (token) => ({ authorization: `Bearer ${token}` });

/** The answer has this status, and says which request it belongs to. */
function answers(answer, status) {
  assert.equal(
    answer.status,
    status,
    `status ${answer.status} instead of ${status}: ${answer.text}`,
  );
  assert.ok(answer.headers.get("x-request-id"), "X-Request-Id is missing");
}

/** The answer is the problem document with this status and code. */
function refuses(answer, status, code, pointer) {
  answers(answer, status);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
  for (const field of ["type", "title", "status", "detail", "code", "request_id"]) {
    assert.ok(field in answer.json, `the problem has no ${field}`);
  }
  assert.equal(answer.json.code, code);
  assert.equal(answer.json.status, status);
  assert.equal(answer.json.request_id, answer.headers.get("x-request-id"));
  assert.doesNotMatch(answer.text, /\bat .+:\d+:\d+|node_modules|SQLITE|twirp/i);
  if (pointer !== undefined) {
    assert.ok(
      answer.json.errors?.some((error) => error.pointer === pointer),
      `errors do not point at ${pointer}: ${answer.text}`,
    );
  }
}

function has(object, fields) {
  for (const field of fields) assert.ok(field in object, `${field} is missing`);
}

/** Asks again until it holds, and fails with the last reason after 10 s. */
async function until(what) {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

function claimsOf(token) {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}

let done = 0;
async function step(name, run) {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    const time = Math.round(performance.now() - start);
    console.error(`FAILED  ${name} (${time} ms)\n        ${error?.message ?? error}`);
    console.error(`${done} passed, 1 failed`);
    process.exit(1);
  }
  done += 1;
  console.log(`ok      ${name} (${Math.round(performance.now() - start)} ms)`);
}

const aboutFields = [
  "meeting_id",
  "room_name",
  "meeting_url",
  "title",
  "created_at",
  "scheduled_at",
  "settings",
];
const infoFields = [...aboutFields, "status", "started_at", "num_participants"];
const title = "API check";
const ownerCookie = (answer) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";

let meeting;
let cookie;
let joined;
const room = new Room();
let disconnected = false;

await step("the server is alive and ready", async () => {
  answers(await call("GET", "/api/health/live"), 200);
  const ready = await call("GET", "/api/health/ready");
  answers(ready, 200);
  assert.equal(ready.json.store.ok, true);
  assert.equal(ready.json.livekit.ok, true);
});

await step("the contract is published as OpenAPI 3.1", async () => {
  const answer = await call("GET", "/api/v1/openapi.json");
  answers(answer, 200);
  assert.match(answer.json.openapi, /^3\.1/);
  has(answer.json.paths, ["/api/v1/meetings/create"]);
  for (const tail of ["join", "info", "exists", "participants"]) {
    assert.ok(
      Object.keys(answer.json.paths).some((path) => path.endsWith(`}/${tail}`)),
      `${tail} is not described`,
    );
  }
});

await step("create answers 201 with the link, the host key and the owner cookie", async () => {
  const answer = await call("POST", "/api/v1/meetings/create", { body: { title } });
  answers(answer, 201);
  meeting = answer.json;
  has(meeting, [...aboutFields, "host_key", "host_url"]);
  assert.match(meeting.meeting_id, /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  assert.equal(meeting.room_name, meeting.meeting_id);
  assert.ok(meeting.meeting_url.endsWith(`/meeting/${meeting.meeting_id}`));
  assert.equal(meeting.host_url, `${meeting.meeting_url}#host=${meeting.host_key}`);
  assert.match(meeting.host_key, /^host_/);
  assert.equal(meeting.title, title);
  assert.ok(answer.headers.get("location")?.includes(meeting.meeting_id), "Location is missing");
  assert.match(answer.headers.get("set-cookie") ?? "", /meetings_owner_\w{8}=.*HttpOnly/i);
  cookie = ownerCookie(answer);
});
const at = (tail = "") => `/api/v1/meetings/${meeting.meeting_id}${tail}`;

await step("create without a body is a meeting too", async () => {
  const answer = await call("POST", "/api/v1/meetings/create");
  answers(answer, 201);
  assert.equal(answer.json.title, null);
  answers(
    await call("DELETE", `/api/v1/meetings/${answer.json.meeting_id}`, {
      headers: bearer(answer.json.host_key),
    }),
    204,
  );
});

await step("create refuses what it cannot read", async () => {
  const create = "/api/v1/meetings/create";
  const json = { "content-type": "application/json" };
  refuses(await call("POST", create, { raw: "{not json", headers: json }), 400, "malformed-json");
  refuses(await call("POST", create, { body: { title: 7 } }), 422, "invalid-request", "/title");
  refuses(await call("POST", create, { body: { title: "" } }), 422, "invalid-request", "/title");
  refuses(
    await call("POST", create, { body: { title: "x".repeat(121) } }),
    422,
    "invalid-request",
    "/title",
  );
  refuses(
    await call("POST", create, { body: { title: "a\0b" } }),
    422,
    "invalid-request",
    "/title",
  );
  refuses(await call("POST", create, { body: { colour: "red" } }), 422, "invalid-request");
  refuses(
    await call("POST", create, { body: { settings: { gravity: false } } }),
    422,
    "invalid-request",
    "/settings/gravity",
  );
  refuses(
    await call("POST", create, { raw: "title=x", headers: { "content-type": "text/plain" } }),
    415,
    "unsupported-media-type",
  );
  refuses(
    await call("POST", create, { raw: `{"title":"${"x".repeat(70_000)}"}`, headers: json }),
    413,
    "body-too-large",
  );
  refuses(
    await call("POST", create, {
      body: {},
      headers: { cookie, "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" },
    }),
    403,
    "cross-origin",
  );
});

await step("exists knows this meeting, in any spelling, and no other", async () => {
  const answer = await call("GET", at("/exists"));
  answers(answer, 200);
  assert.deepEqual(answer.json, { meeting_id: meeting.meeting_id, exists: true });
  const typed = encodeURIComponent(meeting.meeting_id.replaceAll("-", " ").toUpperCase());
  const spelled = await call("GET", `/api/v1/meetings/${typed}/exists`);
  assert.deepEqual(spelled.json, { meeting_id: meeting.meeting_id, exists: true });
  const other = await call("GET", "/api/v1/meetings/zzz-zzzz-zzz/exists");
  answers(other, 200);
  assert.equal(other.json.exists, false);
});

await step("info says that nobody is inside yet", async () => {
  const answer = await call("GET", at("/info"));
  answers(answer, 200);
  has(answer.json, infoFields);
  assert.equal(answer.json.status, "idle");
  assert.equal(answer.json.num_participants, 0);
  assert.ok(!("host_key" in answer.json), "info tells the host key");
});

await step(
  "an id that cannot be, one that is not, and an unknown address are told apart",
  async () => {
    refuses(await call("GET", "/api/v1/meetings/1/info"), 422, "invalid-request", "/meeting_id");
    refuses(await call("GET", "/api/v1/meetings/zzz-zzzz-zzz/info"), 404, "meeting-not-found");
    refuses(await call("GET", "/api/v1/nothing/here"), 404, "not-found");
    const wrong = await call("GET", at("/join"));
    refuses(wrong, 405, "method-not-allowed");
    assert.match(wrong.headers.get("allow") ?? "", /POST/);
  },
);

await step("join refuses a body without a name, and fields that are not the caller's", async () => {
  refuses(
    await call("POST", at("/join"), { body: {} }),
    422,
    "invalid-request",
    "/participant_name",
  );
  for (const field of ["participant_identity", "participant_metadata", "room_config"]) {
    refuses(
      await call("POST", at("/join"), { body: { participant_name: "Ada", [field]: "x" } }),
      422,
      "invalid-request",
    );
  }
  refuses(
    await call("POST", at("/join"), {
      body: { participant_name: "Ada" },
      headers: bearer("seat_no"),
    }),
    401,
    "unauthenticated",
  );
});

await step("join gives a seat and a LiveKit token for this room alone", async () => {
  const answer = await call("POST", at("/join"), {
    body: { participant_name: "Ada", room_name: meeting.room_name },
  });
  answers(answer, 201);
  joined = answer.json;
  has(joined, [
    "server_url",
    "participant_token",
    "room_name",
    "participant_name",
    "participant_identity",
    "role",
    "seat_token",
    "expires_at",
    "meeting",
    "ended_by",
  ]);
  has(joined.meeting, infoFields);
  const claims = claimsOf(joined.participant_token);
  assert.equal(claims.sub, joined.participant_identity);
  assert.equal(claims.video.room, meeting.room_name);
  assert.equal(claims.video.roomJoin, true);
  assert.equal(claims.video.canUpdateOwnMetadata, false);
  for (const grant of ["roomCreate", "roomAdmin", "roomList", "roomRecord", "ingressAdmin"]) {
    assert.ok(!claims.video[grant], `the token grants ${grant}`);
  }
  assert.ok(claims.exp * 1000 - Date.now() <= 600_500, "the token lasts over 10 minutes");
  assert.equal(claims.roomConfig, undefined);
});

await step("a LiveKit participant connects with it", async () => {
  room.on(RoomEvent.Disconnected, () => {
    disconnected = true;
  });
  await room.connect(joined.server_url, joined.participant_token, {
    autoSubscribe: true,
    dynacast: false,
  });
  assert.equal(room.localParticipant?.identity, joined.participant_identity);
});

await step("participants and info see them", async () => {
  await until(async () => {
    const answer = await call("GET", at("/participants"));
    answers(answer, 200);
    assert.equal(answer.json.count, 1);
    const [ada] = answer.json.participants;
    has(ada, [
      "identity",
      "name",
      "role",
      "state",
      "joined_at",
      "is_publisher",
      "hand_raised_at",
      "tracks",
    ]);
    assert.equal(ada.identity, joined.participant_identity);
    assert.equal(ada.name, "Ada");
    const info = await call("GET", at("/info"));
    assert.equal(info.json.status, "active");
    assert.equal(info.json.num_participants, 1);
    assert.ok(info.json.started_at, "started_at is missing: did the webhook come?");
  });
});

await step("the seat token brings the same participant back", async () => {
  const answer = await call("POST", at("/join"), { body: {}, headers: bearer(joined.seat_token) });
  answers(answer, 201);
  assert.equal(answer.json.participant_identity, joined.participant_identity);
  assert.equal(answer.json.participant_name, "Ada");
});

await step("the owner's browser lists its meetings and joins as their host", async () => {
  const mine = await call("GET", "/api/v1/meetings", { headers: { cookie } });
  answers(mine, 200);
  assert.ok(mine.json.meetings.some((each) => each.meeting_id === meeting.meeting_id));
  refuses(await call("GET", "/api/v1/meetings"), 401, "unauthenticated");
  const host = await call("POST", at("/join"), {
    body: { participant_name: "Lena" },
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
  answers(host, 201);
  assert.equal(host.json.role, "host");
  assert.equal(joined.role, "participant");
});

await step("hosts change the title, nobody else", async () => {
  const change = { body: { title: "Renamed" } };
  refuses(await call("PATCH", at(), change), 401, "unauthenticated");
  refuses(
    await call("PATCH", at(), { ...change, headers: bearer(joined.seat_token) }),
    403,
    "forbidden",
  );
  const answer = await call("PATCH", at(), { ...change, headers: bearer(meeting.host_key) });
  answers(answer, 200);
  assert.equal(answer.json.title, "Renamed");
});

const asHost = (method, tail, body) =>
  call(method, at(tail), { body, headers: bearer(meeting.host_key) });
const asAda = (method, tail, body) =>
  call(method, at(tail), { body, headers: bearer(joined.seat_token) });
const ada = () => `/participants/${joined.participant_identity}`;

await step("a setting reaches those inside, and a lobby lets the next one wait", async () => {
  const patched = await asHost("PATCH", "", { settings: { lobby: true, passcode: "blue sky" } });
  answers(patched, 200);
  assert.equal(patched.json.settings.lobby, true);
  assert.equal(patched.json.passcode, "blue sky");
  await until(async () => assert.equal(JSON.parse(room.metadata).settings.lobby, true));
  const info = await call("GET", at("/info"));
  assert.equal(info.json.settings.has_passcode, true);
  assert.doesNotMatch(info.text, /blue sky/);
  const bob = { participant_name: "Bob" };
  refuses(await call("POST", at("/join"), { body: bob }), 403, "wrong-passcode");
  const waiting = await call("POST", at("/join"), { body: { ...bob, passcode: "blue sky" } });
  answers(waiting, 202);
  assert.equal(waiting.json.status, "waiting-for-admission");
  assert.doesNotMatch(waiting.text, /eyJ/);
  const { knocks } = (await asHost("GET", "/knocks")).json;
  assert.deepEqual(
    knocks.map(({ name }) => name),
    ["Bob"],
  );
  refuses(await asAda("GET", "/knocks"), 403, "forbidden");
  const admit = { decision: "admit" };
  answers(await asHost("POST", `/knocks/${knocks[0].identity}`, admit), 200);
  const again = { body: {}, headers: bearer(waiting.json.seat_token) };
  answers(await call("POST", at("/join"), again), 201);
  answers(await asHost("PATCH", "", { settings: { lobby: false, passcode: null } }), 200);
});

await step("hosts give roles, hands go up and down, and names are changed", async () => {
  refuses(await asAda("PATCH", ada(), { role: "cohost" }), 403, "forbidden");
  answers(await asHost("PATCH", ada(), { role: "cohost" }), 200);
  answers(await asAda("POST", "/participants/mute-all", {}), 204);
  refuses(await asAda("POST", "/host-key"), 403, "forbidden");
  answers(await asHost("PATCH", ada(), { role: "participant" }), 200);
  answers(await asHost("POST", "/participants/lower-hands"), 204);
  const raised = await asAda("PATCH", ada(), { hand_raised: true, name: "Ada L." });
  answers(raised, 200);
  await until(async () => {
    const [person] = (await asHost("GET", "/participants")).json.participants;
    assert.equal(person.hand_raised_at, raised.json.hand_raised_at);
    assert.equal(person.name, "Ada L.");
  });
});

await step("messages are kept once, edited, deleted, and read from where one was", async () => {
  const message = { id: "m1", text: "Hello" };
  answers(await asAda("POST", "/messages", message), 201);
  answers(await asAda("POST", "/messages", message), 200);
  const first = await asHost("GET", "/messages");
  answers(first, 200);
  assert.equal(first.json.messages.length, 1);
  const { message_id } = first.json.messages[0];
  answers(await asAda("PATCH", `/messages/${message_id}`, { text: "Hello, all" }), 200);
  const since = await asHost("GET", `/messages?cursor=${first.json.next_cursor}`);
  assert.equal(since.json.messages[0].text, "Hello, all");
  answers(await asAda("POST", "/messages", { id: "m2", text: "Yes", reply_to: message_id }), 201);
  const all = (await asHost("GET", "/messages")).json.messages;
  const [reply, answered] = all.toSorted((one, other) => other.position - one.position);
  assert.deepEqual([reply.reply_to, answered.message_id], [message_id, message_id]);
  answers(await asHost("DELETE", `/messages/${message_id}`), 204);
  refuses(await call("GET", at("/messages")), 401, "unauthenticated");
});

await step("the report and the calendar say what was and what will be", async () => {
  const report = await asHost("GET", "/report");
  answers(report, 200);
  const [attendee] = report.json.sessions[0].attendance;
  assert.equal(attendee.identity, joined.participant_identity);
  refuses(await asAda("GET", "/report"), 403, "forbidden");
  const csv = await asHost("GET", "/report?format=csv");
  answers(csv, 200);
  assert.match(csv.text, /Ada/);
  answers(await asHost("GET", "/report?format=csv&part=messages"), 200);
  refuses(await call("GET", at("/calendar.ics")), 404, "not-found");
  const scheduled_at = new Date(Date.now() + 86_400_000).toISOString();
  answers(await asHost("PATCH", "", { scheduled_at }), 200);
  const calendar = await call("GET", at("/calendar.ics"));
  answers(calendar, 200);
  assert.match(calendar.text, /BEGIN:VEVENT[\s\S]*UID:[\s\S]*DTSTART:\d{8}T\d{6}Z/);
});

await step(
  "a new room brings those with a seat along, and a new host key replaces the old",
  async () => {
    answers(await asHost("POST", "/rotate"), 204);
    await until(async () => assert.ok(disconnected, "the participant is still in the old room"));
    const moved = await asAda("POST", "/join", {});
    answers(moved, 201);
    assert.equal(moved.json.room_name, `${meeting.meeting_id}.1`);
    disconnected = false;
    await room.connect(moved.json.server_url, moved.json.participant_token, {
      autoSubscribe: true,
      dynacast: false,
    });
    const renewed = await asHost("POST", "/host-key");
    answers(renewed, 201);
    refuses(await asHost("GET", ""), 401, "unauthenticated");
    meeting.host_key = renewed.json.host_key;
    answers(await asHost("GET", ""), 200);
  },
);

await step("the end for everyone disconnects them, and a removed seat is refused", async () => {
  answers(await asHost("POST", "/end"), 204);
  await until(async () => assert.ok(disconnected, "the participant is still connected"));
  const again = await asAda("POST", "/join", {});
  answers(again, 201);
  assert.ok(again.json.meeting.ended_at);
  answers(await asHost("DELETE", ada()), 204);
  refuses(await asAda("POST", "/join", {}), 403, "removed");
});

await step("a create that is asked twice with one Idempotency-Key happens once", async () => {
  const headers = {
    "idempotency-key": `check-${Date.now()}-${Math.trunc(performance.now())}-abcdef`,
  };
  const create = (title) => call("POST", "/api/v1/meetings/create", { body: { title }, headers });
  const [first, second] = [await create("Once"), await create("Once")];
  answers(second, 201);
  assert.equal(second.json.host_key, first.json.host_key);
  refuses(await create("Twice"), 422, "idempotency-mismatch");
  answers(
    await call("DELETE", `/api/v1/meetings/${first.json.meeting_id}`, {
      headers: bearer(first.json.host_key),
    }),
    204,
  );
});

await step("the webhook takes nothing that LiveKit did not sign", async () => {
  refuses(
    await call("POST", "/api/v1/livekit/webhook", {
      raw: "{}",
      headers: { "content-type": "application/webhook+json" },
    }),
    401,
    "unauthenticated",
  );
});

await step("delete needs a host, and disconnects everybody", async () => {
  const zoe = await call("POST", at("/join"), { body: { participant_name: "Zoe" } });
  joined = zoe.json;
  disconnected = false;
  await room.connect(joined.server_url, joined.participant_token, {
    autoSubscribe: true,
    dynacast: false,
  });
  refuses(await call("DELETE", at()), 401, "unauthenticated");
  refuses(await call("DELETE", at(), { headers: bearer(joined.seat_token) }), 403, "forbidden");
  answers(await call("DELETE", at(), { headers: bearer(meeting.host_key) }), 204);
  await until(async () => assert.ok(disconnected, "the participant is still connected"));
});

await step("a deleted meeting stays deleted", async () => {
  refuses(await call("GET", at("/info")), 410, "meeting-deleted");
  refuses(await call("GET", at("/participants")), 410, "meeting-deleted");
  refuses(
    await call("POST", at("/join"), { body: { participant_name: "Ada" } }),
    410,
    "meeting-deleted",
  );
  refuses(
    await call("DELETE", at(), { headers: bearer(meeting.host_key) }),
    410,
    "meeting-deleted",
  );
  const answer = await call("GET", at("/exists"));
  answers(answer, 200);
  assert.equal(answer.json.exists, false);
});

await step("a token given before does not bring the room back", async () => {
  const late = new Room();
  const outcome = await Promise.race([
    late.connect(joined.server_url, joined.participant_token).then(
      () => "connected",
      () => "refused",
    ),
    new Promise((resolve) => setTimeout(resolve, 8000, "refused").unref()),
  ]);
  assert.equal(outcome, "refused");
});

await step("the forms for browsers without script work", async () => {
  const form = await call("POST", "/meeting/new", {
    raw: "",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      cookie,
    },
  });
  assert.equal(form.status, 303);
  const location = form.headers.get("location") ?? "";
  const made = /\/meeting\/([a-z]{3}-[a-z]{4}-[a-z]{3})$/.exec(location)?.[1];
  assert.ok(made, `Location is ${location}`);
  const typed = encodeURIComponent(made.replaceAll("-", "").toUpperCase());
  const byCode = await call("GET", `/meeting?code=${typed}`);
  assert.equal(byCode.status, 307);
  assert.ok(byCode.headers.get("location")?.endsWith(`/meeting/${made}`));
  const owner = { cookie: ownerCookie(form) || cookie, "sec-fetch-site": "same-origin" };
  answers(await call("DELETE", `/api/v1/meetings/${made}`, { headers: owner }), 204);
  for (const [path, allowed] of [
    ["/meeting/new", /POST/],
    ["/meeting", /GET/],
  ]) {
    const wrong = await call("DELETE", path);
    refuses(wrong, 405, "method-not-allowed");
    assert.match(wrong.headers.get("allow") ?? "", allowed);
  }
});

console.log(`${done} passed, 0 failed`);
// The native client keeps its threads: leave by exit, after what it holds was let go.
await Promise.race([dispose(), new Promise((resolve) => setTimeout(resolve, 2000))]);
process.exit(0);
