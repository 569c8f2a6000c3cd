import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { MessageId, messageTopic } from "@/lib/contract/message";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import type { Caller } from "./caller";
import { createMeeting } from "./create-meeting";
import { joinMeeting } from "./join-meeting";
import { deleteMessage, editMessage, listMessages, postMessage } from "./messages";
import { hashOf, newOwnerSecret } from "./secrets";
import { updateMeeting } from "./update-meeting";

const programKey = `key_${"a".repeat(40)}`;

let services: TestServices;
let meeting: CreatedMeeting;
let ada: Person;
let bob: Person;
let zoe: Person;

interface Person extends Caller {
  identity: string;
}

beforeEach(async () => {
  services = await testServices({ apiKeys: [{ name: "crm", hash: hashOf(programKey) }] });
  ({ meeting } = await createMeeting(services, owner, {}));
  ada = await join("Ada", owner);
  bob = await join("Bob");
  zoe = await join("Zoe");
});
afterEach(() => services.store.close());

const owner = caller({ origin: "ours", ownerSecret: newOwnerSecret() });

async function join(name: string, as: Caller = caller()): Promise<Person> {
  const answer = await joinMeeting(services, as, meeting.meeting_id, { participant_name: name });
  const { seat_token, participant_identity } = JoinedMeeting.parse(answer);
  return { ...bearer(seat_token), identity: participant_identity };
}

const program = bearer(programKey);
const host = () => bearer(meeting.host_key);
const nobody = caller();

const post = (as: Caller, id: string, text = "Hello", to?: string) =>
  postMessage(services, as, meeting.meeting_id, { id, text, ...(to === undefined ? {} : { to }) });
const list = async (as: Caller, page: { cursor?: string; limit: number } = { limit: 100 }) =>
  await listMessages(services, as, meeting.meeting_id, page);
const texts = async (as: Caller) => (await list(as)).messages.map(({ text }) => text);
const idOf = (author: Person, id: string) => MessageId.parse(`${author.identity}.${id}`);
const edit = (as: Caller, id: MessageId, text = "Better") =>
  editMessage(services, as, meeting.meeting_id, id, { text });
const remove = (as: Caller, id: MessageId, to?: string) =>
  deleteMessage(services, as, meeting.meeting_id, id, { to });
const refused = (code: string) => ({ code });

describe("writing", () => {
  it("keeps a message once, with the author as the seat has them", async () => {
    const first = await post(bob, "m1");
    expect(first).toEqual({
      isNew: true,
      message: {
        message_id: `${bob.identity}.m1`,
        author: { identity: bob.identity, name: "Bob", role: "participant" },
        to: null,
        reply_to: null,
        position: 1,
        text: "Hello",
        sent_at: services.clock.now().toISOString(),
        edited_at: null,
        deleted_at: null,
      },
    });
    expect(await post(bob, "m1")).toEqual({ ...first, isNew: false });
    expect(await post(bob, "m1", "Something else")).toEqual({ ...first, isNew: false });
    expect((await post(ada, "m1", "Mine")).message.author.role).toBe("host");
    expect(await texts(zoe)).toEqual(["Hello", "Mine"]);
  });

  it("keeps what it answers, whether that one is kept or not", async () => {
    const replyTo = idOf(zoe, "not-kept-yet");
    const reply = { id: "m1", text: "Yes", reply_to: replyTo };
    const { message } = await postMessage(services, bob, meeting.meeting_id, reply);
    expect(message.reply_to).toBe(replyTo);
    expect((await list(ada)).messages).toMatchObject([{ reply_to: replyTo }]);
  });

  it("has whoever may read it look again, at what was written, edited and deleted", async () => {
    const { media } = services;
    media.hinted.length = 0;
    const everybody = { identities: "everybody", topic: messageTopic };
    await post(bob, "m1");
    await post(bob, "m1");
    expect(media.hinted).toEqual([everybody]);
    await edit(bob, idOf(bob, "m1"));
    await edit(bob, idOf(bob, "m1"));
    await remove(ada, idOf(bob, "m1"));
    expect(media.hinted).toEqual([everybody, everybody, everybody]);
    await post(bob, "m2", "Psst", zoe.identity);
    expect(media.hinted.at(-1)).toEqual({
      identities: [bob.identity, zoe.identity],
      topic: messageTopic,
    });
    media.away = true;
    expect((await post(bob, "m3")).isNew).toBe(true);
  });

  it("needs a seat of this meeting that is inside", async () => {
    await expect(post(nobody, "m1")).rejects.toMatchObject(refused("unauthenticated"));
    for (const as of [host(), program, owner]) {
      await expect(post(as, "m1")).rejects.toMatchObject(refused("forbidden"));
    }
    await expect(post(bearer("seat_x"), "m1")).rejects.toMatchObject(refused("unauthenticated"));
    const at = services.clock.now().toISOString();
    await services.store.seats.edit(bob.identity, { status: "waiting" });
    await expect(post(bob, "m1")).rejects.toMatchObject(refused("forbidden"));
    await services.store.seats.edit(bob.identity, { status: "in", removedAt: at });
    await expect(post(bob, "m1")).rejects.toMatchObject(refused("removed"));
    await expect(list(bob)).rejects.toMatchObject(refused("removed"));
    expect(await texts(ada)).toEqual([]);
  });

  it("is the hosts' alone while chat is off", async () => {
    await post(bob, "m1");
    await updateMeeting(services, host(), meeting.meeting_id, {
      settings: { allow: { chat: false } },
    });
    await expect(post(bob, "m2")).rejects.toMatchObject(refused("forbidden"));
    await expect(edit(bob, idOf(bob, "m1"))).rejects.toMatchObject(refused("forbidden"));
    await post(ada, "m1", "Quiet, please");
    await remove(bob, idOf(bob, "m1"));
    expect(await texts(zoe)).toEqual(["Quiet, please", null]);
  });

  it("is limited to 60 a minute for a seat", async () => {
    for (let turn = 0; turn < 60; turn += 1) await post(bob, `m${turn}`);
    await expect(post(bob, "one-more")).rejects.toMatchObject(refused("rate-limited"));
    await post(zoe, "m1");
  });
});

describe("reading", () => {
  it("is for who is inside, and for hosts wherever they are", async () => {
    await post(bob, "m1");
    for (const as of [ada, bob, zoe, host(), program, owner]) {
      expect(await texts(as)).toEqual(["Hello"]);
    }
    await expect(list(nobody)).rejects.toMatchObject(refused("unauthenticated"));
    const stranger = caller({ ownerSecret: newOwnerSecret() });
    await expect(list(stranger)).rejects.toMatchObject(refused("forbidden"));
    await services.store.seats.edit(zoe.identity, { status: "waiting" });
    await expect(list(zoe)).rejects.toMatchObject(refused("forbidden"));
  });

  it("goes on from the cursor with what changed since", async () => {
    for (const id of ["m1", "m2", "m3"]) await post(bob, id, id);
    const first = await list(zoe, { limit: 2 });
    expect(first).toMatchObject({ meeting_id: meeting.meeting_id, has_more: true });
    const second = await list(zoe, { limit: 2, cursor: first.next_cursor });
    expect([second.messages.length, second.has_more]).toEqual([1, false]);
    await edit(bob, idOf(bob, "m1"), "m1, better");
    await remove(bob, idOf(bob, "m2"));
    const third = await list(zoe, { limit: 9, cursor: second.next_cursor });
    expect(third.messages.map(({ text }) => text)).toEqual(["m1, better", null]);
  });
});

describe("private messages", () => {
  it("are read by the two alone", async () => {
    await post(bob, "m1", "Psst", zoe.identity);
    expect(await texts(bob)).toEqual(["Psst"]);
    expect(await texts(zoe)).toEqual(["Psst"]);
    for (const as of [ada, host(), program, owner]) expect(await texts(as)).toEqual([]);
    const id = idOf(bob, "m1");
    for (const as of [ada, host(), program, owner]) {
      await expect(remove(as, id)).rejects.toMatchObject(refused("message-not-found"));
    }
    await expect(edit(ada, id)).rejects.toMatchObject(refused("message-not-found"));
    await expect(remove(zoe, id)).rejects.toMatchObject(refused("forbidden"));
    await remove(bob, id);
    expect(await texts(zoe)).toEqual([null]);
  });

  it("need somebody else who is in the meeting", async () => {
    const toWhom = { code: "invalid-request", options: { errors: [{ pointer: "/to" }] } };
    await services.store.seats.edit(zoe.identity, { status: "waiting" });
    for (const to of ["p_nobody", zoe.identity, bob.identity]) {
      await expect(post(bob, "m1", "Psst", to)).rejects.toMatchObject(toWhom);
    }
  });
});

describe("changing", () => {
  it("edits one's own alone, and nothing that was deleted", async () => {
    await post(bob, "m1");
    services.clock.advance({ seconds: 5 });
    const id = idOf(bob, "m1");
    expect(await edit(bob, id, "Hello")).toMatchObject({ edited_at: null });
    expect(await edit(bob, id)).toMatchObject({
      text: "Better",
      edited_at: services.clock.now().toISOString(),
    });
    await expect(edit(zoe, id)).rejects.toMatchObject(refused("forbidden"));
    await expect(edit(ada, id)).rejects.toMatchObject(refused("forbidden"));
    await expect(edit(host(), id)).rejects.toMatchObject(refused("forbidden"));
    await expect(edit(bob, idOf(bob, "m9"))).rejects.toMatchObject(refused("message-not-found"));
    await remove(bob, id);
    await remove(bob, id);
    await expect(edit(bob, id)).rejects.toMatchObject(refused("message-not-found"));
  });

  it("deletes one's own, and hosts and cohosts any public one", async () => {
    await services.store.seats.setRole(zoe.identity, "cohost", "2000-01-01T00:00:00.000Z");
    for (const [turn, as] of [bob, zoe, ada, host(), program, owner].entries()) {
      await post(bob, `m${turn}`);
      await remove(as, idOf(bob, `m${turn}`));
    }
    expect(new Set(await texts(bob))).toEqual(new Set([null]));
    await post(ada, "m1");
    await expect(remove(bob, idOf(ada, "m1"))).rejects.toMatchObject(refused("forbidden"));
    await expect(remove(nobody, idOf(ada, "m1"))).rejects.toMatchObject(refused("unauthenticated"));
    const elsewhere = { ...owner, origin: "foreign" as const };
    await expect(remove(elsewhere, idOf(ada, "m1"))).rejects.toMatchObject(refused("cross-origin"));
    expect(services.logged.join("")).not.toContain("Hello");
  });
});

describe("what is not kept, as files are", () => {
  const file = () => idOf(bob, "file");

  it("is deleted by its author and by hosts, who need not have it, and everybody is told", async () => {
    const { media } = services;
    await remove(bob, file());
    const at = services.clock.now().toISOString();
    const { messages } = await list(zoe);
    expect(messages).toEqual([
      {
        message_id: file(),
        author: { identity: bob.identity, name: "Bob", role: "participant" },
        to: null,
        reply_to: null,
        position: 1,
        text: null,
        sent_at: at,
        edited_at: null,
        deleted_at: at,
      },
    ]);
    expect(media.hinted.at(-1)).toEqual({ identities: "everybody", topic: messageTopic });
    await remove(bob, file());
    for (const [turn, as] of [ada, host(), program, owner].entries()) {
      await remove(as, idOf(bob, `file-${turn}`));
    }
    expect((await list(zoe)).messages).toHaveLength(5);
    await expect(edit(bob, file())).rejects.toMatchObject(refused("message-not-found"));
    expect((await post(bob, "file", "Too late")).message.text).toBeNull();
  });

  it("is nobody else's to delete, nor anybody's who has no seat here", async () => {
    await expect(remove(zoe, file())).rejects.toMatchObject(refused("message-not-found"));
    await expect(remove(nobody, file())).rejects.toMatchObject(refused("unauthenticated"));
    const stranger = MessageId.parse(`p_${"0".repeat(32)}.file`);
    await expect(remove(ada, stranger)).rejects.toMatchObject(refused("message-not-found"));
    const { meeting: another } = await createMeeting(services, owner, {});
    await expect(
      deleteMessage(services, bearer(another.host_key), another.meeting_id, file()),
    ).rejects.toMatchObject(refused("message-not-found"));
    expect(await texts(ada)).toEqual([]);
  });

  it("is known to the two alone where it was private, and its author's alone", async () => {
    const { media } = services;
    await expect(remove(ada, file(), zoe.identity)).rejects.toMatchObject(
      refused("message-not-found"),
    );
    for (const to of ["p_nobody", bob.identity]) {
      await expect(remove(bob, file(), to)).rejects.toMatchObject(refused("invalid-request"));
    }
    await remove(bob, file(), zoe.identity);
    expect(media.hinted.at(-1)?.identities).toEqual([bob.identity, zoe.identity]);
    expect(await texts(zoe)).toEqual([null]);
    expect(await texts(ada)).toEqual([]);
  });
});
