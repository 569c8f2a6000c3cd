import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import { CreatedMeeting } from "@/lib/contract/meeting";
import { Message } from "@/lib/contract/message";
import { type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { hashOf } from "@/lib/server/meetings/secrets";
import { setServices } from "@/lib/server/services";
import { badInputs, complaintsAbout } from "./bad-input";
import { callRoute, type Verb } from "./call-route";

let services: TestServices;
let meeting: CreatedMeeting;
beforeAll(async () => {
  services = await testServices();
  setServices(services);
  meeting = CreatedMeeting.parse(await (await callRoute("POST", "/api/v1/meetings/create")).json());
});
afterAll(() => services.store.close());

const at = (rest: string) => `/api/v1/meetings/${meeting.meeting_id}${rest}`;

describe("the routes", () => {
  it("say no to whatever is wrong, as a problem and never by failing", async () => {
    const inputs = badInputs(meeting.meeting_id);
    expect(inputs.length).toBeGreaterThan(150);
    const complaints: string[] = [];
    for (const input of inputs) complaints.push(...(await complaintsAbout(input)));
    expect(complaints).toEqual([]);
    expect(services.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it("take ids as people type them, and a body with a charset", async () => {
    const spelled = meeting.meeting_id.toUpperCase().replaceAll("-", "%20");
    const response = await callRoute("POST", `/api/v1/meetings/${spelled}/join`, {
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify({ participant_name: "  Zoe\u0308 👩‍👩‍👧 " }),
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ participant_name: "Zoë 👩‍👩‍👧" });
  });

  it("answer HEAD as GET without the body, and OPTIONS with what there is", async () => {
    const head = await callRoute("HEAD", at("/info"));
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toBe("application/json");
    const options = await callRoute("OPTIONS", at(""));
    expect([options.status, options.headers.get("allow")]).toEqual([
      204,
      "GET, HEAD, PATCH, DELETE, OPTIONS",
    ]);
  });

  it("keep a sane request id and replace any other", async () => {
    const ask = async (id: string) =>
      (await callRoute("GET", at("/exists"), { headers: { "X-Request-Id": id } })).headers.get(
        "x-request-id",
      );
    expect(await ask("caller.id-0123")).toBe("caller.id-0123");
    for (const id of ["short", "x".repeat(65), "with spaces in it"]) {
      expect(await ask(id)).toMatch(/^req-[0-9a-f]{24}$/);
    }
  });

  it("set the owner's cookie for the browser that created, and take it back", async () => {
    const ours = { "Sec-Fetch-Site": "same-origin" };
    const created = await callRoute("POST", "/api/v1/meetings/create", { headers: ours });
    expect(created.headers.get("location")).toMatch(/^\/meeting\/[a-z-]{12}$/);
    const cookie = created.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(
      /^__Host-meetings_owner_\w{8}=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure$/,
    );
    const headers = { ...ours, Cookie: cookie.split(";")[0] ?? "" };
    const list = await callRoute("GET", "/api/v1/meetings", { headers });
    expect(await list.json()).toMatchObject({ meetings: [{ status: "idle" }], next_cursor: null });
    expect(list.headers.get("set-cookie")).toBe(cookie);
    const { meeting_id } = CreatedMeeting.parse(await created.json());
    const remove = (change: Record<string, string>) =>
      callRoute("DELETE", `/api/v1/meetings/${meeting_id}`, { headers: { ...headers, ...change } });
    expect((await remove({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await remove({})).status).toBe(204);
    expect((await remove({})).status).toBe(410);
  });

  it("give an API key all meetings, a quota of its own and its name in the log", async () => {
    services.clock.advance({ seconds: 61 });
    const key = `key_${"a".repeat(40)}`;
    const { config } = services;
    services.config = { ...config, apiKeys: [{ name: "crm", hash: hashOf(key) }] };
    const headers = { Authorization: `Bearer ${key}` };
    const create = () => callRoute("POST", "/api/v1/meetings/create", { headers });
    const created = await create();
    expect([created.status, created.headers.get("set-cookie")]).toEqual([201, null]);
    const { meeting_id } = CreatedMeeting.parse(await created.json());
    const list = await callRoute("GET", "/api/v1/meetings?limit=1", { headers });
    expect(await list.json()).toMatchObject({
      meetings: [{ meeting_id }],
      next_cursor: expect.any(String),
    });
    expect(list.headers.get("ratelimit-policy")).toBe('"api-key";q=1200;w=60');
    expect(list.headers.get("ratelimit")).toMatch(/^"api-key";r=1198;t=\d+$/);
    for (let made = 0; made < 31; made += 1) expect((await create()).status).toBe(201);
    const line = services.logged.find(
      (text) => text.includes("meeting-created") && text.includes(meeting_id),
    );
    expect(line).toContain('"api_key":"crm"');
    expect(services.logged.join("")).not.toContain(key);
    for (let asked = 0; asked < 1200; asked += 1) {
      await services.store.limits.hit("api-key:crm", 60, services.clock.now());
    }
    const refused = await create();
    expect([refused.status, refused.headers.get("ratelimit")]).toEqual([
      429,
      expect.stringMatching(/^"api-key";r=0;t=\d+$/),
    ]);
    services.config = config;
    expect((await callRoute("GET", "/api/v1/meetings", { headers })).status).toBe(401);
    expect((await callRoute("GET", "/api/v1/meetings")).status).toBe(401);
    services.clock.advance({ seconds: 61 });
  });

  it("keep a message, say the second time that they have it, and count it", async () => {
    const place = await callRoute("POST", at("/join"), { body: { participant_name: "Ada" } });
    const { seat_token } = JoinedMeeting.parse(await place.json());
    const headers = { Authorization: `Bearer ${seat_token}` };
    const post = () =>
      callRoute("POST", at("/messages"), { headers, body: { id: "m1", text: "Hello\r\nyou" } });
    const first = await post();
    expect([first.status, first.headers.get("ratelimit")]).toEqual([
      201,
      expect.stringMatching(/^"message";r=59;t=\d+$/),
    ]);
    const message = Message.parse(await first.json());
    expect(message.text).toBe("Hello\nyou");
    const second = await post();
    expect([second.status, await second.json()]).toEqual([200, message]);
    const address = at(`/messages/${encodeURIComponent(message.message_id)}`);
    const edited = await callRoute("PATCH", address, { headers, body: { text: "Hi" } });
    expect([edited.status, await edited.json()]).toMatchObject([200, { text: "Hi" }]);
    expect((await callRoute("DELETE", address, { headers })).status).toBe(204);
    const list = await callRoute("GET", at("/messages?limit=1"), { headers });
    expect(await list.json()).toMatchObject({ messages: [{ text: null }], has_more: false });
    expect((await callRoute("GET", at("/messages"))).status).toBe(401);
  });

  it("give the report as JSON, and as a file of CSV", async () => {
    const headers = { Authorization: `Bearer ${meeting.host_key}` };
    const json = await callRoute("GET", at("/report"), { headers });
    expect([json.status, json.headers.get("content-type")]).toEqual([200, "application/json"]);
    const csv = await callRoute("GET", at("/report?format=csv"), { headers });
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe(
      `attachment; filename="meeting-${meeting.meeting_id}.csv"`,
    );
    expect([...new Uint8Array(await csv.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    const messages = await callRoute("GET", at("/report?format=csv&part=messages"), { headers });
    expect(messages.headers.get("content-disposition")).toContain("-messages.csv");
    expect(await messages.text()).toContain("message_id,");
    expect((await callRoute("GET", at("/report"))).status).toBe(401);
  });

  it("give a calendar its entry, where the meeting has a time", async () => {
    const none = await callRoute("GET", at("/calendar.ics"));
    expect([none.status, (await none.json()).code]).toEqual([404, "not-found"]);
    const created = await callRoute("POST", "/api/v1/meetings/create", {
      body: { scheduled_at: "2026-12-01T10:00:00+01:00" },
    });
    const { meeting_id } = CreatedMeeting.parse(await created.json());
    const file = await callRoute("GET", `/api/v1/meetings/${meeting_id}/calendar.ics`);
    expect([file.status, file.headers.get("content-type")]).toEqual([
      200,
      "text/calendar; charset=utf-8",
    ]);
    expect(file.headers.get("content-disposition")).toContain(`meeting-${meeting_id}.ics`);
    expect(await file.text()).toContain("DTSTART:20261201T090000Z");
  });

  it("say what is left of a limit, also when they refuse", async () => {
    services.clock.advance({ seconds: 61 });
    const join = async (body: unknown) => (await callRoute("POST", at("/join"), { body })).headers;
    const first = await join({ participant_name: "Ada" });
    expect(first.get("ratelimit-policy")).toBe('"join";q=600;w=60, "look-up";q=20;w=60');
    expect(first.get("ratelimit")).toBe('"join";r=599;t=60');
    const wrong = await join({ participant_name: "Ada", room_name: "elsewhere" });
    expect(wrong.get("ratelimit")).toBe('"join";r=598;t=60');
    const look = () => callRoute("GET", "/api/v1/meetings/zzz-zzzz-zzz/info");
    expect((await look()).headers.get("ratelimit")).toBe('"look-up";r=19;t=60');
    for (let guess = 0; guess < 19; guess += 1) await look();
    const refused = await callRoute("GET", at("/info"));
    expect([refused.status, refused.headers.get("ratelimit")]).toEqual([429, '"look-up";r=0;t=60']);
    expect(refused.headers.get("retry-after")).toBe("60");
    services.clock.advance({ seconds: 61 });
  });

  describe("for pages of other sites", () => {
    const site = "https://www.example.org";
    const ask = (method: Verb, headers: Record<string, string>, rest = "/create") =>
      callRoute(method, `/api/v1/meetings${rest}`, { headers });
    const corsOf = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => /^(access-control|vary)/.test(name)));
    const preflight = { Origin: site, "Access-Control-Request-Method": "POST" };
    const allowedOrigins = [site, "http://localhost:8080"];

    it("say nothing by default", async () => {
      expect(corsOf(await ask("OPTIONS", preflight))).toEqual({});
      expect(corsOf(await ask("POST", { Origin: site, "Sec-Fetch-Site": "cross-site" }))).toEqual(
        {},
      );
    });

    it("answer the named ones alone, and never with the browser's credentials", async () => {
      const { config } = services;
      services.config = { ...config, allowedOrigins };
      const allowed = await ask("OPTIONS", preflight);
      expect(allowed.status).toBe(204);
      expect(corsOf(allowed)).toEqual({
        vary: "Origin",
        "access-control-allow-origin": site,
        "access-control-allow-methods": "POST, OPTIONS",
        "access-control-allow-headers":
          "Authorization, Content-Type, Idempotency-Key, X-Request-Id",
        "access-control-expose-headers":
          "Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id",
        "access-control-max-age": "7200",
      });
      const crossSite = { Origin: site, "Sec-Fetch-Site": "cross-site" };
      const created = await ask("POST", crossSite);
      expect([created.status, corsOf(created)["access-control-allow-origin"]]).toEqual([201, site]);
      const missing = await ask("GET", crossSite, "/zzz-zzzz-zzy/info");
      expect([missing.status, corsOf(missing)["access-control-allow-origin"]]).toEqual([404, site]);
      const cookie = created.headers.get("set-cookie")?.split(";")[0] ?? "";
      expect((await ask("POST", { ...crossSite, Cookie: cookie })).status).toBe(403);

      for (const other of [`${site}.evil.example`, "https://www.example.org:8443", "null"]) {
        const refused = await ask("OPTIONS", { ...preflight, Origin: other });
        expect(corsOf(refused)).toEqual({ vary: "Origin" });
        const headers = { Origin: other, "Sec-Fetch-Site": "cross-site" };
        const unheard = await ask("POST", headers);
        expect([unheard.status, corsOf(unheard)]).toEqual([403, { vary: "Origin" }]);
      }
      services.config = config;
    });
  });

  it("trust a browser that sends only an Origin by its host", async () => {
    const statusFrom = async (origin: string) =>
      (await callRoute("POST", "/api/v1/meetings/create", { headers: { Origin: origin } })).status;
    expect(await statusFrom("https://meet.example.org")).toBe(201);
    expect(await statusFrom("https://evil.example")).toBe(403);
    expect(await statusFrom("null")).toBe(403);
  });

  it("say what a caller may not know of a fault, and when to try again", async () => {
    services.media.away = true;
    const away = await callRoute("POST", at("/join"), { body: { participant_name: "Ada" } });
    services.media.away = false;
    expect([away.status, Number(away.headers.get("retry-after")) > 0]).toEqual([503, true]);
    const { find } = services.store.meetings;
    services.store.meetings.find = async () => {
      throw new Error("select secret from somewhere");
    };
    const broken = await callRoute("GET", at("/info"));
    services.store.meetings.find = find;
    const text = await broken.text();
    expect([broken.status, text.includes("secret")]).toEqual([500, false]);
    const id = broken.headers.get("x-request-id") ?? "";
    expect(services.logged.some((line) => line.includes(id) && line.includes("select"))).toBe(true);
  });

  it("tell whether the app lives and is ready", async () => {
    expect(await (await callRoute("GET", "/api/health/live")).json()).toEqual({ status: "ok" });
    expect((await callRoute("GET", "/api/health/ready")).status).toBe(200);
    services.media.away = true;
    expect((await callRoute("GET", "/api/health/ready")).status).toBe(503);
    services.media.away = false;
  });

  it("refuse a bare 401 in the way bearer clients expect it", async () => {
    const response = await callRoute("DELETE", at(""));
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });
});
