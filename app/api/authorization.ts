// Every address, asked by every kind of caller: the table of the docs comes from here, and so does its test.
import { z } from "zod";
import { JoinedMeeting, WaitingToJoin } from "@/lib/contract/join";
import { CreatedMeeting } from "@/lib/contract/meeting";
import { type CallOptions, callRoute, type Verb } from "./call-route";

/** Who asks; in the words of the docs. */
const callers = [
  "nobody",
  "guest outside",
  "waiting",
  "seat",
  "removed seat",
  "cohost",
  "host",
  "host of another",
  "owner, from another site",
  "API key",
] as const;
type CallerKind = (typeof callers)[number];

/** A meeting with a lobby, somebody of every kind, and what each of them sends. */
interface Scene {
  at(rest?: string): string;
  meeting: CreatedMeeting;
  guest: JoinedMeeting;
  waiting: WaitingToJoin;
  headers: Record<CallerKind, Record<string, string>>;
}

interface Endpoint {
  method: Verb;
  /** As the document writes it. */
  address: string;
  call(scene: Scene): { address: string; options?: CallOptions };
  /** Changes what the next caller would find: each gets a scene of their own. */
  isFinal?: boolean;
}

const meetings = "/api/v1/meetings";
const ofMeeting = (
  method: Verb,
  rest: string,
  body?: (scene: Scene) => unknown,
  more: Pick<Endpoint, "isFinal"> & { spelled?: (scene: Scene) => string } = {},
): Endpoint => ({
  method,
  address: `${meetings}/{meeting_id}${rest}`,
  call: (scene) => ({
    address: scene.at(more.spelled?.(scene) ?? rest),
    ...(body ? { options: { body: body(scene) } } : {}),
  }),
  ...(more.isFinal ? { isFinal: true } : {}),
});

const final = { isFinal: true };
const ofGuest = (rest: string) => ({
  ...final,
  spelled: ({ guest }: Scene) => rest.replace("{identity}", guest.participant_identity),
});

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
  ofMeeting(
    "PATCH",
    "/participants/{identity}",
    () => ({ name: "Renamed" }),
    ofGuest("/participants/{identity}"),
  ),
  ofMeeting("DELETE", "/participants/{identity}", undefined, ofGuest("/participants/{identity}")),
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
];

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

  const guest = JoinedMeeting.parse(await join("Guest"));
  const removed = JoinedMeeting.parse(await join("Removed"));
  const cohost = JoinedMeeting.parse(await join("Cohost"));
  const host = JoinedMeeting.parse(await join("Host", bearer(meeting.host_key)));
  const byKey = bearer(meeting.host_key);
  await call(
    "PATCH",
    at(`/participants/${cohost.participant_identity}`),
    { role: "cohost" },
    byKey,
  );
  await call("DELETE", at(`/participants/${removed.participant_identity}`), undefined, byKey);
  await call("POST", at("/messages"), { id: "m1", text: "Hello" }, bearer(guest.seat_token));
  await call("PATCH", at(), { settings: { lobby: true } }, byKey);
  const waiting = WaitingToJoin.parse(await join("Waiting"));
  return {
    at,
    meeting,
    guest,
    waiting,
    headers: {
      nobody: address,
      "guest outside": { ...ours, Cookie: otherCookie },
      waiting: bearer(waiting.seat_token),
      seat: bearer(guest.seat_token),
      "removed seat": bearer(removed.seat_token),
      cohost: bearer(cohost.seat_token),
      host: bearer(host.seat_token),
      "host of another": bearer(CreatedMeeting.parse(other.body).host_key),
      "owner, from another site": {
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

export type AuthorizationRow = { endpoint: string; outcomes: Record<CallerKind, string> };

/** Asks everything, and says what each was answered. */
export async function askEverything(apiKey: string): Promise<AuthorizationRow[]> {
  const shared = await newScene(apiKey);
  const rows: AuthorizationRow[] = [];
  for (const { method, address, call, isFinal = false } of endpoints) {
    const outcomes: Partial<Record<CallerKind, string>> = {};
    for (const who of callers) {
      const scene = isFinal ? await newScene(apiKey) : shared;
      const { address: path, options } = call(scene);
      const headers = scene.headers[who];
      outcomes[who] = await outcomeOf(await callRoute(method, path, { ...options, headers }));
    }
    const row = z.record(z.enum(callers), z.string()).parse(outcomes);
    rows.push({ endpoint: `${method} ${address}`, outcomes: row });
  }
  return rows;
}

/** The table as the docs show it: columns aligned, as Biome formats them. */
export function asMarkdown(rows: readonly AuthorizationRow[]): string {
  const short = (address: string) => address.replace(`${meetings}/{meeting_id}`, "…");
  const cells = [
    ["", ...callers],
    ...rows.map(({ endpoint, outcomes }) => [
      `\`${short(endpoint)}\``,
      ...callers.map((who) => outcomes[who]),
    ]),
  ];
  const widths = ["", ...callers].map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
