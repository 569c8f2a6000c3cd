// Every address, asked by every kind of caller: the table of the docs comes from here, and so does its test.
import { z } from "zod";
import { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import { CreatedMeeting } from "@/lib/contract/meeting";
import type { UpdateParticipantRequest } from "@/lib/contract/participant";
import { type CallOptions, callRoute, type Verb } from "./call-route";

/** Who asks, in the words of the docs: by a place in the meeting, or by what else they have. */
const byPlace = [
  "nobody",
  "guest outside",
  "waiting",
  "seat",
  "removed seat",
  "cohost",
  "host",
] as const;
const byRight = [
  "host key",
  "key of another",
  "owner",
  "removed owner",
  "removed host",
  "their cookie alone",
  "owner, other site",
  "API key",
] as const;
const callers = [...byPlace, ...byRight] as const;
type CallerKind = (typeof callers)[number];

/** A meeting with a lobby, somebody of every kind, and what each of them sends. */
interface Scene {
  at(rest?: string): string;
  meeting: CreatedMeeting;
  guest: JoinedMeeting;
  /** Another one than the host who asks. */
  otherHost: JoinedMeeting;
  waiting: WaitingToJoin;
  headers: Record<CallerKind, Record<string, string>>;
}

interface Endpoint {
  method: Verb;
  /** As the document writes it. */
  address: string;
  /** Which of the things that can be asked there. */
  kind?: string;
  call(scene: Scene): { address: string; options?: CallOptions };
  /** Done, it changes what the next caller would find: they get a scene of their own. */
  isFinal?: boolean;
}

const meetings = "/api/v1/meetings";
const ofMeeting = (
  method: Verb,
  rest: string,
  body?: (scene: Scene) => unknown,
  more: Pick<Endpoint, "isFinal" | "kind"> & { spelled?: (scene: Scene) => string } = {},
): Endpoint => ({
  method,
  ...(more.kind === undefined ? {} : { kind: more.kind }),
  address: `${meetings}/{meeting_id}${rest}`,
  call: (scene) => ({
    address: scene.at(more.spelled?.(scene) ?? rest),
    ...(body ? { options: { body: body(scene) } } : {}),
  }),
  ...(more.isFinal ? { isFinal: true } : {}),
});

const final = { isFinal: true };
const participant = "/participants/{identity}";
const ofGuest = (kind?: string) => ({
  ...final,
  ...(kind === undefined ? {} : { kind }),
  spelled: ({ guest }: Scene) => `/participants/${guest.participant_identity}`,
});
const ofHost = (kind: string) => ({
  ...final,
  kind,
  spelled: ({ otherHost }: Scene) => `/participants/${otherHost.participant_identity}`,
});
/** Each has a rule of its own. */
const changes: readonly UpdateParticipantRequest[] = [
  { name: "Renamed" },
  { hand_raised: true },
  { hand_raised: false },
  { role: "cohost" },
  { role: "host" },
  { muted: ["microphone"] },
  { ask_to_unmute: true },
  { call_on: true },
  { allow: { camera: false } },
];

/** The one that the seat has written. */
const ofGuestMessage = {
  ...final,
  spelled: ({ guest }: Scene) => `/messages/${guest.participant_identity}.m1`,
};

export const endpoints: readonly Endpoint[] = [
  {
    method: "POST",
    address: `${meetings}/create`,
    call: () => ({ address: `${meetings}/create`, options: { body: {} } }),
  },
  { method: "GET", address: meetings, call: () => ({ address: meetings }) },
  ofMeeting("GET", "/exists"),
  ofMeeting("GET", "/info"),
  ofMeeting("POST", "/join", () => ({ participant_name: "Zoe" }), final),
  ofMeeting("GET", "/participants"),
  ofMeeting("GET", ""),
  ofMeeting("PATCH", "", () => ({ settings: { locked: true } }), final),
  ofMeeting("DELETE", "", undefined, final),
  ofMeeting("POST", "/host", ({ meeting }) => ({ host_key: meeting.host_key }), final),
  ofMeeting("POST", "/host-key", undefined, final),
  ofMeeting("GET", "/knocks"),
  ofMeeting("POST", "/knocks", () => ({ decision: "admit" }), final),
  ofMeeting("POST", "/knocks/{identity}", () => ({ decision: "admit" }), {
    ...final,
    spelled: ({ waiting }) => `/knocks/${waiting.participant_identity}`,
  }),
  ofMeeting("DELETE", "/knocks/{identity}", undefined, {
    ...final,
    spelled: ({ waiting }) => `/knocks/${waiting.participant_identity}`,
  }),
  ...changes.map((change) =>
    ofMeeting("PATCH", participant, () => change, ofGuest(`\`${inShort(change)}\``)),
  ),
  ofMeeting("PATCH", participant, () => ({ name: "Renamed" }), ofHost("`name` of a host")),
  ofMeeting("PATCH", participant, () => ({ role: "cohost" }), ofHost("`role` of a host")),
  ofMeeting("DELETE", participant, undefined, ofGuest()),
  ofMeeting("DELETE", participant, undefined, ofHost("of a host")),
  ofMeeting("POST", "/participants/mute-all", () => ({})),
  ofMeeting("POST", "/participants/lower-hands"),
  ofMeeting("GET", "/messages"),
  ofMeeting("POST", "/messages", () => ({ id: "m2", text: "Hello" })),
  ofMeeting("PATCH", "/messages/{message_id}", () => ({ text: "Hi" }), ofGuestMessage),
  ofMeeting("DELETE", "/messages/{message_id}", undefined, ofGuestMessage),
  ofMeeting("GET", "/report"),
  ofMeeting("GET", "/calendar.ics"),
  ofMeeting("POST", "/end", undefined, final),
  ofMeeting("POST", "/rotate", undefined, final),
  ...(["/api/v1/openapi.json", "/api/health/live", "/api/health/ready"] as const).map(
    (address): Endpoint => ({ method: "GET", address, call: () => ({ address }) }),
  ),
  {
    method: "POST",
    address: "/api/v1/livekit/webhook",
    call: () => ({ address: "/api/v1/livekit/webhook", options: { body: {} } }),
  },
];

/** `role: host` for what is chosen from a few, else the field alone. */
function inShort(change: UpdateParticipantRequest): string {
  const [[field = "", value = ""] = []] = Object.entries(change);
  return ["role", "hand_raised"].includes(field) ? `${field}: ${value}` : field;
}

let scenes = 0;

/** `apiKey` is one that the services know. */
async function newScene(apiKey: string): Promise<Scene> {
  scenes += 1;
  const address = { "x-client-address": `198.51.100.${scenes % 250}.${scenes}` };
  const ours = { ...address, "Sec-Fetch-Site": "same-origin" };
  const bearer = (token: string) => ({ ...address, Authorization: `Bearer ${token}` });
  const call = async (
    method: Verb,
    path: string,
    body: unknown,
    headers: Record<string, string> = address,
  ) => {
    const response = await callRoute(method, path, { body, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return { response, body: text === "" ? undefined : JSON.parse(text) };
  };
  const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

  const made = await call(
    "POST",
    `${meetings}/create`,
    { scheduled_at: "2026-11-23T10:05:00Z" },
    ours,
  );
  const meeting = CreatedMeeting.parse(made.body);
  const ownerCookie = cookieOf(made.response);
  const other = await call("POST", `${meetings}/create`, {}, ours);
  const otherCookie = cookieOf(other.response);
  const at = (rest = "") => `${meetings}/${meeting.meeting_id}${rest}`;
  const join = async (name: string, headers?: Record<string, string>) =>
    (await call("POST", at("/join"), { participant_name: name }, headers)).body;
  const remove = ({ participant_identity }: JoinedMeeting) =>
    call("DELETE", at(`/participants/${participant_identity}`), undefined, byKey);
  const byKey = bearer(meeting.host_key);
  /** A page of ours in a browser with that cookie, and the seat it has. */
  const page = (cookie: string, seat?: JoinedMeeting) => ({
    ...(seat ? bearer(seat.seat_token) : {}),
    ...ours,
    Cookie: cookie,
  });

  const guest = JoinedMeeting.parse(await join("Guest"));
  const removed = JoinedMeeting.parse(await join("Removed"));
  const cohost = JoinedMeeting.parse(await join("Cohost"));
  const host = JoinedMeeting.parse(await join("Host", bearer(meeting.host_key)));
  const otherHost = JoinedMeeting.parse(await join("Other host", byKey));
  const owner = JoinedMeeting.parse(await join("Owner", page(ownerCookie)));
  const link = await call("POST", at("/host"), { host_key: meeting.host_key }, ours);
  const linkCookie = cookieOf(link.response);
  const byLink = JoinedMeeting.parse(await join("By link", page(linkCookie)));
  await call(
    "PATCH",
    at(`/participants/${cohost.participant_identity}`),
    { role: "cohost" },
    byKey,
  );
  for (const each of [removed, owner, byLink]) await remove(each);
  await call("POST", at("/messages"), { id: "m1", text: "Hello" }, bearer(guest.seat_token));
  await call("PATCH", at(), { settings: { lobby: true } }, byKey);
  const waiting = WaitingToJoin.parse(await join("Waiting"));
  return {
    at,
    meeting,
    guest,
    otherHost,
    waiting,
    headers: {
      nobody: address,
      "guest outside": { ...ours, Cookie: otherCookie },
      waiting: bearer(waiting.seat_token),
      seat: bearer(guest.seat_token),
      "removed seat": bearer(removed.seat_token),
      cohost: bearer(cohost.seat_token),
      host: bearer(host.seat_token),
      "host key": byKey,
      "key of another": bearer(CreatedMeeting.parse(other.body).host_key),
      owner: page(ownerCookie),
      "removed owner": page(ownerCookie, owner),
      "removed host": page(linkCookie, byLink),
      "their cookie alone": page(linkCookie),
      "owner, other site": {
        ...address,
        Cookie: ownerCookie,
        "Sec-Fetch-Site": "cross-site",
        Origin: "https://evil.example",
      },
      "API key": bearer(apiKey),
    },
  };
}

const Coded = z.object({ code: z.string() });

/** What an answer comes to: its status, and the code of a refusal. */
async function outcomeOf(response: Response): Promise<string> {
  const { status } = response;
  if (status < 400) return String(status);
  return `${status} ${Coded.parse(await response.json()).code}`;
}

export interface AuthorizationRow extends Pick<Endpoint, "method" | "address" | "kind"> {
  outcomes: Record<CallerKind, string>;
}

/** Asks everything, and says what each was answered. */
export async function askEverything(apiKey: string): Promise<AuthorizationRow[]> {
  let scene: Scene | undefined;
  const rows: AuthorizationRow[] = [];
  for (const { call, isFinal = false, ...endpoint } of endpoints) {
    const outcomes: Partial<Record<CallerKind, string>> = {};
    for (const who of callers) {
      scene ??= await newScene(apiKey);
      const { address, options } = call(scene);
      const headers = scene.headers[who];
      const response = await callRoute(endpoint.method, address, { ...options, headers });
      // What is refused changes nothing: the next one finds the scene as it was.
      if (isFinal && response.ok) scene = undefined;
      outcomes[who] = await outcomeOf(response);
    }
    rows.push({ ...endpoint, outcomes: z.record(z.enum(callers), z.string()).parse(outcomes) });
  }
  return rows;
}

/** The tables as the docs show them: columns aligned, as Biome formats them. */
export function asMarkdown(rows: readonly AuthorizationRow[]): string {
  const tables = [
    tableOf("By a place in the meeting", rows, byPlace),
    tableOf("By a key or a browser", rows, byRight),
  ];
  return tables.join("\n\n");
}

function tableOf(
  title: string,
  rows: readonly AuthorizationRow[],
  some: readonly CallerKind[],
): string {
  const short = (address: string) => address.replace(`${meetings}/{meeting_id}`, "…");
  const cells = [
    [title, ...some],
    ...rows.map(({ method, address, kind, outcomes }) => [
      `\`${method} ${short(address)}\`${kind === undefined ? "" : ` ${kind}`}`,
      ...some.map((who) => outcomes[who]),
    ]),
  ];
  const widths = [title, ...some].map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
