import { afterEach, beforeEach, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { MessageId } from "@/lib/contract/message";
import { MeetingReport } from "@/lib/contract/report";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { attendanceCsv, messagesCsv } from "@/lib/server/http/report-response";
import type { Caller } from "./caller";
import { createMeeting } from "./create-meeting";
import { joinMeeting } from "./join-meeting";
import { deleteMessage, postMessage } from "./messages";
import { reportOn } from "./report";
import { hashOf, newOwnerSecret } from "./secrets";

const programKey = `key_${"a".repeat(40)}`;
const owner = caller({ origin: "ours", ownerSecret: newOwnerSecret() });

let services: TestServices;
let meeting: CreatedMeeting;
let start: number;
beforeEach(async () => {
  services = await testServices({ apiKeys: [{ name: "crm", hash: hashOf(programKey) }] });
  ({ meeting } = await createMeeting(services, owner, { title: "Design review" }));
  start = services.clock.now().getTime();
  events = 0;
});
afterEach(() => services.store.close());

const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const report = (as: Caller) => reportOn(services, as, meeting.meeting_id);

async function join(name: string, as: Caller = caller()) {
  const answer = await joinMeeting(services, as, meeting.meeting_id, { participant_name: name });
  const { seat_token, participant_identity } = JoinedMeeting.parse(answer);
  return { ...bearer(seat_token), identity: participant_identity };
}

let events = 0;

async function was(identity: string, name: string, room: string, from: number, to?: number) {
  events += 1;
  const common = { room: { name: meeting.room_name, sid: room } };
  const participant = { sid: `PA_${events}`, identity, name, joinedAt: at(from) };
  const { attendance } = services.store;
  const joined = { ...common, id: `j${events}`, at: at(from), participant };
  await attendance.record(meeting.meeting_id, { ...joined, kind: "participant-joined" });
  if (to === undefined) return;
  const left = { ...common, id: `l${events}`, at: at(to), participant };
  await attendance.record(meeting.meeting_id, { ...left, kind: "participant-left" });
}

const ends = (room: string, seconds: number) =>
  services.store.attendance.record(meeting.meeting_id, {
    id: `e${room}`,
    at: at(seconds),
    room: { name: meeting.room_name, sid: room },
    kind: "room-finished",
  });

it("tells sessions, and who was there how long over all of their connections", async () => {
  const ada = await join("Ada", owner);
  const bob = await join("Bob");
  await was(ada.identity, "Ada", "RM_1", 0, 100);
  await was(bob.identity, "Bob", "RM_1", 10, 70);
  await was(bob.identity, "Bobby", "RM_1", 60, 90);
  await ends("RM_1", 100);
  await was(ada.identity, "Ada", "RM_2", 120, 200);
  await ends("RM_2", 200);
  await was(bob.identity, "Bobby", "RM_3", 1000);
  services.clock.advance({ seconds: 1060 });

  const found = await report(owner);
  expect(MeetingReport.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    title: "Design review",
    generated_at: at(1060),
    kept_until: at(1060 + 90 * 86_400),
    sessions: [
      {
        started_at: at(0),
        ended_at: at(200),
        total_seconds: 200,
        attendance: [
          { name: "Ada", role: "host", joined_at: at(0), left_at: at(200), total_seconds: 180 },
          { name: "Bobby", role: "participant", left_at: at(90), total_seconds: 80 },
        ],
      },
      {
        ended_at: null,
        total_seconds: 60,
        attendance: [{ name: "Bobby", left_at: null, total_seconds: 60 }],
      },
    ],
  });
  expect(found.sessions[0]?.attendance[1]?.stays).toEqual([{ joined_at: at(10), left_at: at(90) }]);
});

it("gives the roles that people had then, the highest where it changed, and not today's", async () => {
  const ada = await join("Ada", owner);
  const bob = await join("Bob");
  const { seats } = services.store;
  await was(ada.identity, "Ada", "RM_1", 0);
  await was(bob.identity, "Bob", "RM_1", 0);
  await seats.setRole(bob.identity, "host", at(-100));
  await seats.setRole(bob.identity, "cohost", at(-100));
  await ends("RM_1", 100);
  await was(bob.identity, "Bob", "RM_2", 1000, 1050);
  await seats.setRole(bob.identity, "host", at(-100));
  await seats.setRole(ada.identity, "participant", at(-100));
  await was(ada.identity, "Ada", "RM_2", 1010, 1020);
  const { sessions } = await report(owner);
  const roles = sessions.map(({ attendance }) => attendance.map(({ name, role }) => [name, role]));
  expect(roles).toEqual([
    [
      ["Ada", "host"],
      ["Bob", "host"],
    ],
    [
      ["Bob", "cohost"],
      ["Ada", "participant"],
    ],
  ]);
});

it("has what was written for everybody, and nothing private", async () => {
  const ada = await join("Ada", owner);
  const bob = await join("Bob");
  const id = meeting.meeting_id;
  for (let turn = 0; turn < 59; turn += 1) {
    await postMessage(services, bob, id, { id: `m${turn}`, text: `${turn}` });
    services.clock.advance({ seconds: 0.01 });
  }
  await postMessage(services, bob, id, { id: "psst", text: "Psst", to: ada.identity });
  services.clock.advance({ seconds: 61 });
  await postMessage(services, ada, id, { id: "last", text: "last" });
  await deleteMessage(services, ada, id, MessageId.parse(`${bob.identity}.m0`));
  const { messages } = await report(bearer(meeting.host_key));
  expect(messages.map(({ text }) => text).slice(0, 2)).toEqual([null, "1"]);
  expect([messages.length, messages.at(-1)?.text]).toEqual([60, "last"]);
  expect(JSON.stringify(messages)).not.toContain("Psst");
});

it("is for hosts, cohosts and programs alone", async () => {
  const bob = await join("Bob");
  const ranks = [
    owner,
    { ...owner, origin: "unsaid" as const },
    bearer(meeting.host_key),
    bearer(programKey),
  ];
  for (const as of ranks) expect((await report(as)).sessions).toEqual([]);
  await expect(report(caller())).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(report(bob)).rejects.toMatchObject({ code: "forbidden" });
  await services.store.seats.setRole(bob.identity, "cohost", at(-100));
  await report(bob);
});

it("is a spreadsheet that runs nothing", async () => {
  const names = ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", 'Ada "A", B', "Zoë"];
  for (const [turn, name] of names.entries()) {
    await was(`p_${turn}`, name, "RM_1", turn, 60);
  }
  await ends("RM_1", 60);
  const csv = attendanceCsv(await report(owner));
  const lines = csv.split("\r\n");
  expect(csv.startsWith("\ufeffsession,session_started_at,")).toBe(true);
  expect(lines).toHaveLength(8);
  expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"")",participant,`);
  expect(lines.slice(2, 5).map((line) => line.split(",")[4])).toEqual(["'+1", "'-1", "'@SUM(A1)"]);
  expect(lines[5]).toContain(',"Ada ""A"", B",');
  expect(lines[6]).toBe(`1,${at(0)},${at(60)},p_5,Zoë,participant,${at(5)},${at(60)},55`);
});

it("has the messages as another spreadsheet, which runs nothing either", async () => {
  const id = meeting.meeting_id;
  const as = await join("=1+1", owner);
  const texts = ['Plain, "quoted"', '=HYPERLINK("http://evil.example")', "two\n=1+1", "gone"];
  for (const [turn, text] of texts.entries()) {
    await postMessage(services, as, id, { id: `m${turn}`, text });
    services.clock.advance({ seconds: 1 });
  }
  await deleteMessage(services, as, id, MessageId.parse(`${as.identity}.m3`));
  const csv = messagesCsv(await report(owner));
  expect(csv.startsWith("\ufeffmessage_id,sent_at,identity,name,role,text,")).toBe(true);
  const lines = csv.split("\r\n");
  const author = `${as.identity},'=1+1,host`;
  expect(lines.slice(1, 5)).toEqual([
    `${as.identity}.m0,${at(0)},${author},"Plain, ""quoted""",,,`,
    `${as.identity}.m1,${at(1)},${author},"'=HYPERLINK(""http://evil.example"")",,,`,
    `${as.identity}.m2,${at(2)},${author},"two\n=1+1",,,`,
    `${as.identity}.m3,${at(3)},${author},,,,${at(4)}`,
  ]);
});
