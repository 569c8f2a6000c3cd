// Who runs a meeting, and what they may do to it and to those inside.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { MeetingState } from "@/lib/contract/meeting-state";
import type { UpdateParticipantRequest } from "@/lib/contract/participant";
import type { SettingsChange } from "@/lib/contract/settings";
import { Failure } from "@/lib/server/failure";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import type { LiveParticipant } from "@/lib/server/ports/media-server";
import { becomeHost, renewHostKey } from "./become-host";
import type { Caller } from "./caller";
import { createMeeting } from "./create-meeting";
import { deleteMeeting } from "./delete-meeting";
import { endMeeting } from "./end-meeting";
import { getMeeting } from "./get-meeting";
import { joinMeeting } from "./join-meeting";
import { lowerHands } from "./lower-hands";
import { muteAll } from "./mute-all";
import { receiveWebhook } from "./receive-webhook";
import { reconcile } from "./reconcile";
import { removeParticipant } from "./remove-participant";
import { rotateRoom } from "./rotate-room";
import { getHostedMeeting, updateMeeting } from "./update-meeting";
import { updateParticipant } from "./update-participant";

let services: TestServices;
let meeting: CreatedMeeting;
let lena: JoinedMeeting;
let ada: JoinedMeeting;
beforeEach(async () => {
  services = await testServices();
  ({ meeting } = await createMeeting(services, caller(), {}));
  lena = await inside("Lena", bearer(meeting.host_key));
  ada = await inside("Ada");
});
afterEach(() => services.store.close());

const join = async (as = caller(), body = {}) =>
  JoinedMeeting.parse(await joinMeeting(services, as, meeting.meeting_id, body));
async function inside(name: string, as = caller()) {
  const joined = await join(as, { participant_name: name });
  const { participant_identity: identity, role, room_name } = joined;
  services.media.enter(room_name, { identity, name, role });
  return joined;
}
const as = ({ seat_token }: JoinedMeeting) => bearer(seat_token);
const change = (by: JoinedMeeting, whom: JoinedMeeting, what: UpdateParticipantRequest) =>
  updateParticipant(services, as(by), meeting.meeting_id, whom.participant_identity, what);
const set = (settings: SettingsChange, by = lena) =>
  updateMeeting(services, as(by), meeting.meeting_id, { settings });
const remove = (by: JoinedMeeting, whom: JoinedMeeting) =>
  removeParticipant(services, as(by), meeting.meeting_id, whom.participant_identity);
const live = async ({ participant_identity }: JoinedMeeting, room = meeting.room_name) =>
  (await services.media.listParticipants(room)).find(
    ({ identity }) => identity === participant_identity,
  );
const state = (room = meeting.room_name) => MeetingState.parse(services.media.stateOf(room));

let events = 0;
async function comesIn(
  { participant_identity: identity }: JoinedMeeting,
  joinedAt?: string,
  live?: LiveParticipant,
  sid = "RM_1",
) {
  events += 1;
  const at = services.clock.now().toISOString();
  services.webhooks.set(`event ${events}`, {
    id: `event ${events}`,
    at,
    room: { name: meeting.room_name, sid },
    kind: "participant-joined",
    participant: { sid: `PA_${events}`, identity, name: identity, joinedAt: joinedAt ?? at, live },
  });
  await receiveWebhook(services, `event ${events}`, null);
}

describe("roles", () => {
  it("are given and taken back by a host, reach LiveKit, and outlive a reconnect", async () => {
    expect(await change(lena, ada, { role: "cohost" })).toMatchObject({ role: "cohost" });
    expect(await live(ada)).toMatchObject({ role: "cohost" });
    expect(await join(as(ada))).toMatchObject({ role: "cohost" });
    expect(services.media.issued.at(-1)).toMatchObject({ role: "cohost" });
    await change(lena, ada, { role: "participant" });
    expect(await live(ada)).toMatchObject({ role: "participant" });
    expect(await join(as(ada))).toMatchObject({ role: "participant" });
  });

  it("leave a meeting one host at least, who may be another one", async () => {
    await expect(change(lena, lena, { role: "participant" })).rejects.toMatchObject({
      code: "last-host",
    });
    await change(lena, ada, { role: "host" });
    await change(lena, lena, { role: "participant" });
    await expect(change(lena, ada, { role: "participant" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await live(lena)).toMatchObject({ role: "participant" });
  });

  it("let a cohost do everything but what is a host's alone", async () => {
    await change(lena, ada, { role: "cohost" });
    const bob = await inside("Bob");
    await change(ada, bob, { role: "cohost" });
    await change(ada, bob, { role: "participant" });
    await change(ada, lena, { muted: ["microphone"] });
    await set({ lobby: true }, ada);
    await remove(ada, bob);
    const notTheirs = [
      change(ada, ada, { role: "host" }),
      change(ada, lena, { role: "participant" }),
      remove(ada, lena),
      renewHostKey(services, as(ada), meeting.meeting_id),
      deleteMeeting(services, as(ada), meeting.meeting_id),
    ];
    for (const act of notTheirs) await expect(act).rejects.toMatchObject({ code: "forbidden" });
    await change(ada, ada, { role: "participant" });
    await expect(set({ lobby: false }, ada)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("another browser", () => {
  it("becomes host by the host link, with the seat it has, until a new link takes its place", async () => {
    const { host_key } = meeting;
    const id = meeting.meeting_id;
    const { ownerSecret } = await becomeHost(services, caller(), id, {
      host_key,
      seat_token: ada.seat_token,
    });
    expect(await live(ada)).toMatchObject({ role: "host" });
    const browser = caller({ ownerSecret, origin: "ours" });
    expect(await getHostedMeeting(services, browser, id)).toMatchObject({ passcode: null });
    const renewed = await renewHostKey(services, browser, id);
    expect(renewed.host_url).toBe(`${meeting.meeting_url}#host=${renewed.host_key}`);
    await expect(becomeHost(services, caller(), id, { host_key })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getHostedMeeting(services, bearer(host_key), id)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await getHostedMeeting(services, bearer(renewed.host_key), id)).toHaveProperty("title");
    expect(await getHostedMeeting(services, browser, id)).toHaveProperty("title");
  });

  it("that became host by a link in the wrong hands is host no more with a new link", async () => {
    const id = meeting.meeting_id;
    const { host_key } = meeting;
    const { ownerSecret } = await becomeHost(services, caller(), id, { host_key });
    const browser = caller({ ownerSecret, origin: "ours" });
    const intruder = await inside("Mallory", browser);
    expect(intruder).toMatchObject({ role: "host" });
    await renewHostKey(services, as(lena), id);
    await remove(lena, intruder);
    await expect(getHostedMeeting(services, browser, id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await inside("Mallory", browser)).toMatchObject({ role: "participant" });
  });

  it("becomes host neither for another site, nor with another meeting's key or seat", async () => {
    const id = meeting.meeting_id;
    const other = await createMeeting(services, caller(), {});
    const { host_key } = meeting;
    const attempts = [
      [caller({ origin: "foreign" }), { host_key }, "cross-origin"],
      [caller(), { host_key: other.meeting.host_key }, "forbidden"],
      [caller(), { host_key, seat_token: "seat_of-nobody" }, "invalid-request"],
    ] as const;
    for (const [who, body, code] of attempts) {
      await expect(becomeHost(services, who, id, body)).rejects.toMatchObject({ code });
    }
    const stranger = bearer(other.meeting.host_key);
    await expect(updateMeeting(services, stranger, id, { title: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("somebody who comes with a token of before", () => {
  it("is what the store says now, and not what the token says", async () => {
    await change(lena, ada, { role: "cohost" });
    const old = { ...(await live(ada)) };
    await change(lena, ada, { role: "participant" });
    await set({ allow: { camera: false } });
    services.media.leave(meeting.room_name, ada.participant_identity);
    const person = services.media.enter(meeting.room_name, {
      ...old,
      identity: ada.participant_identity,
    });
    expect(person.role).toBe("cohost");
    await comesIn(ada, undefined, { ...person });
    expect(await live(ada)).toMatchObject({ role: "participant" });
    expect((await live(ada))?.may_publish).not.toContain("camera");
  });
});

describe("settings", () => {
  it("reach everybody inside at once, with LiveKit's permissions, but for the hosts", async () => {
    await set({ allow: { camera: false, screen_share: false }, mute_on_entry: true });
    expect(state().settings).toMatchObject({
      mute_on_entry: true,
      allow: { camera: false, microphone: true },
    });
    expect(await live(ada)).toMatchObject({
      may_publish: ["microphone"],
      can_publish_data: true,
    });
    expect((await live(lena))?.may_publish).toHaveLength(4);
    await set({ allow: { camera: true, chat: false } });
    expect(await live(ada)).toMatchObject({
      may_publish: ["camera", "microphone"],
      can_publish_data: true,
    });
    await set({ allow: { reactions: false } });
    expect(await live(ada)).toMatchObject({ can_publish_data: false });
    expect(await live(lena)).toMatchObject({ can_publish_data: true });
  });

  it("of one person are theirs alone, and go with a null", async () => {
    await set({ allow: { microphone: false } });
    expect(await change(lena, ada, { allow: { microphone: true, camera: false } })).toMatchObject({
      allow: { microphone: true, camera: false, screen_share: null },
    });
    expect((await live(ada))?.may_publish).toContain("microphone");
    expect((await live(ada))?.may_publish).not.toContain("camera");
    await change(lena, ada, { allow: { microphone: null, camera: null } });
    expect((await live(ada))?.may_publish).toEqual([
      "camera",
      "screen_share",
      "screen_share_audio",
    ]);
  });

  it("that two hosts change at once end as one of them, whole, for everybody", async () => {
    await change(lena, ada, { role: "host" });
    const wishes = Array.from({ length: 8 }, (_, turn) => ({
      title: `Title ${turn}`,
      settings: { max_participants: turn + 10, allow: { camera: turn % 2 === 0 } },
    }));
    await Promise.all(
      wishes.map((wish, turn) =>
        updateMeeting(services, as(turn % 2 ? lena : ada), meeting.meeting_id, wish),
      ),
    );
    const { title, settings } = await getMeeting(services, caller(), meeting.meeting_id);
    const won = wishes.find((wish) => wish.title === title);
    expect(settings).toMatchObject(won?.settings ?? { nothing: true });
    expect(state()).toMatchObject({ title, settings });
  });

  it("hold with LiveKit away, say so, and reach the room when it is back", async () => {
    services.media.away = true;
    await expect(set({ lobby: true, allow: { camera: false } })).rejects.toMatchObject({
      code: "media-unavailable",
      message: expect.stringMatching(/^It is kept/),
    });
    services.media.away = false;
    expect(await getMeeting(services, caller(), meeting.meeting_id)).toMatchObject({
      settings: { lobby: true },
    });
    expect(state().settings.lobby).toBe(false);
    await comesIn(ada);
    // Whoever looked just before has begun a round, which may not be over.
    services.clock.advance({ seconds: 11 });
    await reconcile(services);
    expect(state().settings.lobby).toBe(true);
    expect((await live(ada))?.may_publish).not.toContain("camera");
  });
});

describe("what is changed of a person", () => {
  it("is their name, by themselves where the meeting allows it, and by hosts", async () => {
    await change(ada, ada, { name: "Ada L." });
    expect(await live(ada)).toMatchObject({ name: "Ada L." });
    expect(await join(as(ada))).toMatchObject({ participant_name: "Ada L." });
    await set({ allow: { rename: false } });
    await expect(change(ada, ada, { name: "Lena" })).rejects.toMatchObject({ code: "forbidden" });
    await change(lena, ada, { name: "Ada Lovelace" });
    expect(await live(ada)).toMatchObject({ name: "Ada Lovelace" });
    await expect(change(ada, lena, { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is a hand: raised by its owner alone, kept over a reload, lowered by a host, too", async () => {
    await comesIn(ada);
    const { hand_raised_at } = await change(ada, ada, { hand_raised: true });
    expect(hand_raised_at).toBe(services.clock.now().toISOString());
    services.clock.advance({ seconds: 5 });
    expect(await change(ada, ada, { hand_raised: true })).toMatchObject({ hand_raised_at });
    expect(await live(ada)).toMatchObject({ hand_raised_at });
    await join(as(ada));
    expect(services.media.issued.at(-1)).toMatchObject({ handRaisedAt: hand_raised_at });
    await expect(change(lena, ada, { hand_raised: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await change(lena, ada, { hand_raised: false })).toMatchObject({
      hand_raised_at: null,
    });
    expect(await live(ada)).toMatchObject({ hand_raised_at: null });
  });

  it("costs LiveKit one call, and no more than 60 a minute where people change themselves", async () => {
    const calls: string[] = [];
    const { updateParticipant: update } = services.media;
    services.media.updateParticipant = async (room, identity, standing) => {
      calls.push(identity);
      await update(room, identity, standing);
    };
    services.media.findRoom = () => Promise.reject(new Error("Nobody else is looked at."));
    for (let turn = 0; turn < 60; turn += 1)
      await change(ada, ada, { hand_raised: turn % 2 === 0 });
    await expect(change(ada, ada, { hand_raised: true })).rejects.toMatchObject({
      code: "rate-limited",
    });
    expect(calls).toEqual(Array.from({ length: 60 }, () => ada.participant_identity));
    // A host's act on them is not counted, and nobody else's change.
    await change(lena, ada, { name: "Ada L." });
    await change(lena, lena, { hand_raised: true });
    services.clock.advance({ seconds: 61 });
    await change(ada, ada, { hand_raised: true });
  });

  it("is what a host allows meanwhile, too", async () => {
    const { updateParticipant: update } = services.media;
    services.media.updateParticipant = async (...args) => {
      services.media.updateParticipant = update;
      await set({ allow: { camera: false } });
      await update(...args);
    };
    await change(ada, ada, { hand_raised: true });
    expect((await live(ada))?.may_publish).not.toContain("camera");
    expect((await live(ada))?.hand_raised_at).not.toBeNull();
  });

  it("keeps the queue of hands in another room, and not for the next time", async () => {
    const bob = await inside("Bob");
    await comesIn(ada);
    for (const each of [bob, ada]) {
      services.clock.advance({ seconds: 1 });
      await change(each, each, { hand_raised: true });
    }
    const handOf = async (whom: JoinedMeeting) => {
      await join(as(whom));
      return services.media.issued.at(-1)?.handRaisedAt ?? null;
    };
    const finished = async (sid: string) => {
      const about = { id: `end of ${sid}`, at: services.clock.now().toISOString() };
      const room = { name: meeting.room_name, sid };
      services.webhooks.set(about.id, { ...about, room, kind: "room-finished" });
      await receiveWebhook(services, about.id, null);
    };
    await rotateRoom(services, as(lena), meeting.meeting_id);
    await finished("RM_1");
    services.clock.advance({ seconds: 5 });
    const raised = [await handOf(bob), await handOf(ada)];
    expect(raised).not.toContain(null);
    expect(raised).toEqual(raised.toSorted());
    // The new room has a session of its own by then.
    await comesIn(bob, undefined, undefined, "RM_2");
    expect(await handOf(ada)).toBe(raised[1]);
    await finished("RM_2");
    services.clock.advance({ seconds: 61 });
    expect(await handOf(ada)).toBeNull();
    await comesIn(bob, undefined, undefined, "RM_3");
    expect(await handOf(bob)).toBeNull();
  });

  it("is being muted, asked to unmute, and a screen that is taken away and may come again", async () => {
    const person = await live(ada);
    const on = (source: LiveParticipant["tracks"][number]["source"]) => ({ source, muted: false });
    if (person) person.tracks = [on("microphone"), on("camera"), on("screen_share")];
    await change(lena, ada, { muted: ["microphone", "camera"] });
    expect((await live(ada))?.tracks).toEqual([
      { source: "microphone", muted: true },
      { source: "camera", muted: true },
      { source: "screen_share", muted: false },
    ]);
    await change(lena, ada, { muted: ["screen_share"] });
    expect((await live(ada))?.tracks).toHaveLength(2);
    expect((await live(ada))?.may_publish).toContain("screen_share");
    await change(lena, ada, { ask_to_unmute: true });
    expect(services.media.asked).toEqual([
      { identity: ada.participant_identity, at: services.clock.now().toISOString(), by: "Lena" },
    ]);
    for (const act of [
      { muted: ["microphone"] },
      { ask_to_unmute: true },
      { allow: { camera: true } },
    ] satisfies UpdateParticipantRequest[]) {
      await expect(change(ada, ada, act)).rejects.toMatchObject({ code: "forbidden" });
      await expect(change(ada, lena, act)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("is being called on: the hand goes down, and a microphone that is off is asked for", async () => {
    const { participant_identity: identity } = ada;
    const at = services.clock.now().toISOString();
    await change(ada, ada, { hand_raised: true });
    await change(lena, ada, { call_on: true });
    expect(await live(ada)).toMatchObject({ hand_raised_at: null });
    expect(services.media.called).toEqual([{ identity, at, by: "Lena" }]);
    expect(services.media.asked).toEqual([{ identity, at, by: "Lena" }]);
    const person = await live(ada);
    if (person) person.tracks = [{ source: "microphone", muted: false }];
    await change(lena, ada, { call_on: true });
    expect(services.media.called).toHaveLength(2);
    expect(services.media.asked).toHaveLength(1);
    await expect(change(ada, ada, { call_on: true })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is everybody's hand at once, which a guest may not take down", async () => {
    for (const each of [lena, ada]) await change(each, each, { hand_raised: true });
    await expect(lowerHands(services, as(ada), meeting.meeting_id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await lowerHands(services, as(lena), meeting.meeting_id);
    for (const each of [lena, ada]) {
      expect(await live(each)).toMatchObject({ hand_raised_at: null });
    }
  });

  it("is everybody's microphone at once, but for the hosts'", async () => {
    for (const each of [lena, ada]) {
      const person = await live(each);
      if (person) person.tracks = [{ source: "microphone", muted: false }];
    }
    await muteAll(services, as(lena), meeting.meeting_id, { sources: ["microphone"] });
    expect((await live(ada))?.tracks[0]?.muted).toBe(true);
    expect((await live(lena))?.tracks[0]?.muted).toBe(false);
    await expect(
      muteAll(services, as(ada), meeting.meeting_id, { sources: ["microphone"] }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an act that LiveKit does half", () => {
  /** Fails for one, and says whom it reached. */
  function failFor(failing: JoinedMeeting, method: "mute" | "updateParticipant") {
    const reached: string[] = [];
    const { mute, updateParticipant: update } = services.media;
    const through = (identity: string) => {
      if (identity === failing.participant_identity) throw new Failure("media-unavailable");
      reached.push(identity);
    };
    if (method === "mute") {
      services.media.mute = async (room, identity, sources) => {
        through(identity);
        await mute(room, identity, sources);
      };
    } else {
      services.media.updateParticipant = async (room, identity, standing) => {
        through(identity);
        await update(room, identity, standing);
      };
    }
    return reached;
  }

  it("mutes the others all the same, and says how many it reached", async () => {
    const others = [await inside("Bob"), await inside("Cleo")];
    const mute = () => muteAll(services, as(lena), meeting.meeting_id, { sources: ["microphone"] });
    const reached = failFor(ada, "mute");
    await expect(mute()).rejects.toMatchObject({
      code: "media-unavailable",
      message: "This reached 2 of 3 people, and the others not. Try again in a moment.",
    });
    expect(reached.toSorted()).toEqual(
      others.map(({ participant_identity }) => participant_identity).toSorted(),
    );
    services.media.away = true;
    await expect(mute()).rejects.toMatchObject({
      message: expect.stringMatching(/nothing was done/),
    });
  });

  it("changes the others all the same, and says that it is kept", async () => {
    const others = [await inside("Bob"), await inside("Cleo")];
    const reached = failFor(ada, "updateParticipant");
    await expect(set({ allow: { camera: false } })).rejects.toMatchObject({
      code: "media-unavailable",
      message: expect.stringMatching(/^It is kept/),
    });
    expect(reached).toHaveLength(others.length);
  });
});

describe("somebody who was removed", () => {
  it("is out, is told by whom, and does not come back with the seat", async () => {
    await remove(lena, ada);
    expect(await live(ada)).toBeUndefined();
    await expect(join(as(ada))).rejects.toMatchObject({
      code: "removed",
      message: "Lena removed you from this meeting.",
    });
    await remove(lena, ada);
    await expect(change(lena, ada, { name: "X" })).rejects.toMatchObject({
      code: "participant-not-found",
    });
    await expect(remove(lena, lena)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is put out again when they come with an old token, and leaves no trace of it", async () => {
    await comesIn(ada);
    await remove(lena, ada);
    for (let turn = 0; turn < 3; turn += 1) {
      services.clock.advance({ seconds: 2 });
      services.media.enter(meeting.room_name, { identity: ada.participant_identity });
      await comesIn(ada);
      expect(await live(ada)).toBeUndefined();
    }
    const [session] = await services.store.attendance.listSessions(meeting.meeting_id);
    const stays = await services.store.attendance.listAttendance(session?.id ?? "");
    expect(stays.map(({ identity }) => identity)).toEqual([ada.participant_identity]);
  });

  it("is put out by the next round where no webhook comes", async () => {
    await remove(lena, ada);
    services.media.enter(meeting.room_name, { identity: ada.participant_identity });
    await reconcile(services);
    expect(await live(ada)).toBeUndefined();
  });

  it("is refused with LiveKit away, and put out when it is back", async () => {
    services.media.away = true;
    await expect(remove(lena, ada)).rejects.toMatchObject({ code: "media-unavailable" });
    services.media.away = false;
    await expect(join(as(ada))).rejects.toMatchObject({ code: "removed" });
    expect(await live(ada)).toBeDefined();
    await reconcile(services);
    expect(await live(ada)).toBeUndefined();
  });

  it("has nothing left after the room was rotated, where everybody else comes after", async () => {
    await remove(lena, ada);
    await rotateRoom(services, as(lena), meeting.meeting_id);
    const { room_name } = await getMeeting(services, caller(), meeting.meeting_id);
    expect(room_name).toBe(`${meeting.meeting_id}.1`);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(state(room_name)).toMatchObject({ ended_at: null });
    expect(await join(as(lena))).toMatchObject({ room_name, role: "host" });
    await rotateRoom(services, as(lena), meeting.meeting_id);
    expect(await join(as(lena))).toMatchObject({ room_name: `${meeting.meeting_id}.2` });
    // Whoever would open the old one again.
    await services.media.ensureRoom(meeting.room_name, state(`${meeting.meeting_id}.2`));
    await comesIn(ada);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
  });
});

describe("a host who came by the host link", () => {
  const id = () => meeting.meeting_id;
  /** A browser that opened the link, and somebody inside in it. */
  async function byLink(name: string) {
    const { ownerSecret } = await becomeHost(services, caller(), id(), {
      host_key: meeting.host_key,
    });
    const browser = caller({ ownerSecret, origin: "ours" });
    return { browser, seat: await inside(name, browser) };
  }
  /** What a page in that browser sends. */
  const inBrowser = (browser: Caller, { seat_token }: JoinedMeeting) => ({
    ...browser,
    ...bearer(seat_token),
    ownerSecret: browser.ownerSecret,
    origin: browser.origin,
  });
  const mayNothing = async (who: Caller) => {
    await expect(updateMeeting(services, who, id(), { title: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(renewHostKey(services, who, id())).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteMeeting(services, who, id())).rejects.toMatchObject({ code: "forbidden" });
  };

  it("has nothing left of it when another host removes them, and the link is dead", async () => {
    const { browser, seat: bob } = await byLink("Bob");
    const { browser: tablet } = await byLink("Kenji");
    // Two more that he keeps: one of the same browser, one from before he opened the link.
    const second = await inside("Bob again", browser);
    expect(second).toMatchObject({ role: "host" });
    await remove(lena, bob);
    for (const who of [browser, inBrowser(browser, bob), inBrowser(browser, second)]) {
      await mayNothing(who);
    }
    expect(await live(second)).toMatchObject({ role: "participant" });
    await set({ lobby: true });
    expect(await joinMeeting(services, browser, id(), { participant_name: "Bob" })).toMatchObject({
      status: "waiting-for-admission",
    });
    const { host_key } = meeting;
    await expect(becomeHost(services, caller(), id(), { host_key })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await getHostedMeeting(services, tablet, id())).toHaveProperty("title");
    expect(services.logged.join()).toContain("host-taken-back");
  });

  it("is a participant in their browser, too, once another host makes them one", async () => {
    const { browser, seat: bob } = await byLink("Bob");
    await change(lena, bob, { role: "cohost" });
    expect(await live(bob)).toMatchObject({ role: "cohost" });
    await mayNothing(browser);
    await expect(renewHostKey(services, inBrowser(browser, bob), id())).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      becomeHost(services, browser, id(), { host_key: meeting.host_key }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await change(lena, bob, { role: "host" });
    expect(await renewHostKey(services, as(bob), id())).toHaveProperty("host_key");
  });

  it("who made a link of their own takes it with them; who never had one leaves it alone", async () => {
    await change(lena, ada, { role: "host" });
    const eve = await inside("Eve");
    await change(lena, eve, { role: "host" });
    await remove(lena, eve);
    expect(await getHostedMeeting(services, bearer(meeting.host_key), id())).toHaveProperty(
      "title",
    );
    const { host_key } = await renewHostKey(services, as(ada), id());
    await remove(lena, ada);
    await expect(becomeHost(services, caller(), id(), { host_key })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is removed by a program with the key, which it keeps", async () => {
    const { browser, seat: bob } = await byLink("Bob");
    const program = bearer(meeting.host_key);
    await removeParticipant(services, program, id(), bob.participant_identity);
    await mayNothing(browser);
    expect(await getHostedMeeting(services, program, id())).toHaveProperty("title");
  });

  it("may put out a second self of the same browser, and stays host", async () => {
    const { browser, seat } = await byLink("Kenji");
    const second = await inside("Kenji’s ghost", browser);
    await removeParticipant(services, inBrowser(browser, seat), id(), second.participant_identity);
    expect(await live(seat)).toMatchObject({ role: "host" });
    expect(await getHostedMeeting(services, browser, id())).toHaveProperty("title");
    await expect(join(as(second))).rejects.toMatchObject({ code: "removed" });
  });

  it("comes back with a host link that they are given anew, as somebody new", async () => {
    const { browser, seat: bob } = await byLink("Bob");
    await remove(lena, bob);
    services.clock.advance({ seconds: 5 });
    const { host_key } = await renewHostKey(services, as(lena), id());
    await becomeHost(services, browser, id(), { host_key });
    const page = inBrowser(browser, bob);
    // The call that was cut off says why; joining again is another thing.
    await expect(join(page)).rejects.toMatchObject({ code: "removed" });
    const back = await join(page, { participant_name: "Bob" });
    expect(back).toMatchObject({ role: "host" });
    expect(back.participant_identity).not.toBe(bob.participant_identity);
    await expect(join(as(bob), { participant_name: "Bob" })).rejects.toMatchObject({
      code: "removed",
    });
  });

  it("is not host by a join that was on its way while they were removed", async () => {
    const { browser, seat: bob } = await byLink("Bob");
    const { takePlace } = services.store.seats;
    services.store.seats.takePlace = async (...place) => {
      services.store.seats.takePlace = takePlace;
      await remove(lena, bob);
      return await takePlace(...place);
    };
    expect(await join(browser, { participant_name: "Bob" })).toMatchObject({ role: "participant" });
    expect(services.media.issued.at(-1)).toMatchObject({ role: "participant" });
  });
});

describe("who made the meeting", () => {
  let maker: Caller;
  let mia: JoinedMeeting;
  let page: Caller;
  beforeEach(async () => {
    const made = await createMeeting(services, caller(), {});
    meeting = made.meeting;
    maker = caller({ ownerSecret: made.ownerSecret, origin: "ours" });
    mia = await inside("Mia", maker);
    ada = await inside("Ada");
    await change(mia, ada, { role: "host" });
    page = { ...maker, ...bearer(mia.seat_token), ownerSecret: maker.ownerSecret, origin: "ours" };
  });

  it("can be put out of the call, and never out of the meeting", async () => {
    await set({ lobby: true, locked: true }, ada);
    await remove(ada, mia);
    expect(await live(mia)).toBeUndefined();
    await expect(join(page)).rejects.toMatchObject({ code: "removed" });
    const back = await join(page, { participant_name: "Mia" });
    expect(back).toMatchObject({ role: "host", participant_name: "Mia" });
    expect(
      await updateMeeting(services, page, meeting.meeting_id, { title: "Mine" }),
    ).toMatchObject({ title: "Mine" });
    await remove(back, ada);
    // Without the cookie the seat is as any that was removed.
    await expect(set({ lobby: false }, mia)).rejects.toMatchObject({ code: "forbidden" });
    await expect(join(as(mia), { participant_name: "Mia" })).rejects.toMatchObject({
      code: "removed",
    });
    const foreign = { ...page, origin: "foreign" as const };
    await expect(join(foreign, { participant_name: "Mia" })).rejects.toMatchObject({
      code: "cross-origin",
    });
  });

  it("keeps the host link and the rights of the browser when another host makes them less", async () => {
    await change(ada, mia, { role: "participant" });
    expect(await getHostedMeeting(services, bearer(meeting.host_key), meeting.meeting_id)).toEqual(
      await updateMeeting(services, page, meeting.meeting_id, {}),
    );
  });
});

describe("somebody who is removed while everybody else moves to another room", () => {
  const removeAndMove = () =>
    removeParticipant(services, as(lena), meeting.meeting_id, ada.participant_identity, {
      rotate: true,
    });
  const next = () => `${meeting.meeting_id}.1`;

  it("is out, and the old room is closed", async () => {
    await removeAndMove();
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(await join(as(lena))).toMatchObject({ room_name: next() });
    await expect(join(as(ada))).rejects.toMatchObject({ code: "removed" });
  });

  it("is so with LiveKit away, too, as the host was told: once it is back", async () => {
    services.media.away = true;
    await expect(removeAndMove()).rejects.toMatchObject({
      code: "media-unavailable",
      message: expect.stringMatching(/^It is kept/),
    });
    services.media.away = false;
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(await join(as(lena))).toMatchObject({ room_name: next() });
  });
});

describe("a room that could not be closed", () => {
  /** LiveKit fails to close a room, so often. */
  function failToClose(times: number) {
    const { deleteRoom } = services.media;
    let left = times;
    services.media.deleteRoom = async (room) => {
      left -= 1;
      if (left >= 0) throw new Failure("media-unavailable");
      await deleteRoom(room);
    };
  }

  it("is closed later, also where the meeting has moved on twice", async () => {
    await comesIn(ada);
    failToClose(3);
    for (const _ of [1, 2]) {
      await expect(rotateRoom(services, as(lena), meeting.meeting_id)).rejects.toThrow();
    }
    expect(services.media.stateOf(meeting.room_name)).toBeDefined();
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(services.media.stateOf(`${meeting.meeting_id}.1`)).toBeUndefined();
    expect(services.media.stateOf(`${meeting.meeting_id}.2`)).toBeDefined();
  });

  it("is closed later, also where those inside were told already that it has ended", async () => {
    failToClose(1);
    await expect(endMeeting(services, as(lena), meeting.meeting_id)).rejects.toThrow();
    expect(state().ended_at).not.toBeNull();
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    await join(as(ada));
    services.clock.advance({ seconds: 11 });
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeDefined();
  });
});

describe("a meeting that is ended for everyone", () => {
  it("tells those inside by whom, closes the room, and stays for the next time", async () => {
    let told: MeetingState | undefined;
    const { updateRoomState } = services.media;
    services.media.updateRoomState = async (room, next) => {
      told = next;
      await updateRoomState(room, next);
    };
    const before = await getMeeting(services, caller(), meeting.meeting_id);
    services.clock.advance({ seconds: 60 });
    await endMeeting(services, as(lena), meeting.meeting_id);
    const endedAt = services.clock.now().toISOString();
    expect(told).toMatchObject({ ended_at: endedAt, ended_by: "Lena" });
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
    expect(before.ended_at).toBeNull();
    expect(await join(as(ada))).toMatchObject({
      meeting: { ended_at: endedAt },
      ended_by: "Lena",
    });
    expect(state()).toMatchObject({ ended_at: endedAt });
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeDefined();
    await expect(endMeeting(services, as(ada), meeting.meeting_id)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("while LiveKit was away is closed when it is back", async () => {
    await comesIn(ada);
    services.media.away = true;
    await expect(endMeeting(services, as(lena), meeting.meeting_id)).rejects.toMatchObject({
      code: "media-unavailable",
    });
    services.media.away = false;
    expect(await live(ada)).toBeDefined();
    await reconcile(services);
    expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
  });
});

describe("the spotlight", () => {
  const show = (by: JoinedMeeting, spotlight: string | null) =>
    updateMeeting(services, as(by), meeting.meeting_id, { spotlight });

  it("is given by hosts alone, to somebody inside, and everybody is told", async () => {
    const whom = ada.participant_identity;
    await expect(show(ada, whom)).rejects.toMatchObject({ code: "forbidden" });
    await expect(show(lena, `p_${"0".repeat(32)}`)).rejects.toMatchObject({
      code: "participant-not-found",
    });
    expect(state().spotlight).toBeNull();
    expect(await show(lena, whom)).toMatchObject({ spotlight: whom });
    expect(state().spotlight).toBe(whom);
    await show(lena, null);
    expect(state().spotlight).toBeNull();
  });

  it("ends when the person is put out, or has left and not come back", async () => {
    await show(lena, ada.participant_identity);
    await remove(lena, ada);
    expect(state().spotlight).toBeNull();

    const bob = await inside("Bob");
    await comesIn(bob);
    await show(lena, bob.participant_identity);
    await reconcile(services);
    expect(state().spotlight).toBe(bob.participant_identity);
    await services.media.removeParticipant(meeting.room_name, bob.participant_identity);
    services.clock.advance({ seconds: 11 });
    await reconcile(services);
    expect(state().spotlight).toBeNull();
  });

  it("is not that of the next time", async () => {
    await show(lena, lena.participant_identity);
    await endMeeting(services, as(lena), meeting.meeting_id);
    await join(as(lena));
    expect(state().spotlight).toBeNull();
  });
});

describe("coming in muted", () => {
  it("turns off what newcomers bring in turned on, and nothing that they turn on later", async () => {
    await set({ mute_on_entry: true });
    const bob = await inside("Bob");
    const person = await live(bob);
    const publishes = async () => {
      events += 1;
      if (person) person.tracks = [{ source: "microphone", muted: false }];
      services.webhooks.set(`event ${events}`, {
        id: `event ${events}`,
        at: services.clock.now().toISOString(),
        room: { name: meeting.room_name, sid: "RM_1" },
        kind: "track-published",
        identity: bob.participant_identity,
        source: "microphone",
      });
      await receiveWebhook(services, `event ${events}`, null);
      return (await live(bob))?.tracks[0]?.muted;
    };
    await comesIn(bob);
    expect(await publishes()).toBe(true);
    services.clock.advance({ seconds: 10 });
    expect(await publishes()).toBe(false);
  });
});
