// Who gets in, who waits, who does not, as a person would tell it.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JoinedMeeting, type JoinRequest, WaitingToJoin } from "@/lib/contract/join";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { knockTopic } from "@/lib/contract/participant";
import type { SettingsChange } from "@/lib/contract/settings";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "./create-meeting";
import { endMeeting } from "./end-meeting";
import { getMeeting } from "./get-meeting";
import { joinMeeting } from "./join-meeting";
import { decideAllKnocks, decideKnock, leaveLobby, listKnocks } from "./knocks";
import { listParticipants } from "./list-participants";
import { rotateRoom } from "./rotate-room";
import { updateMeeting } from "./update-meeting";

let services: TestServices;
let meeting: CreatedMeeting;
beforeEach(async () => {
  services = await testServices();
  ({ meeting } = await createMeeting(services, caller(), {}));
});
afterEach(() => services.store.close());

const host = () => bearer(meeting.host_key);
const set = (settings: SettingsChange) =>
  updateMeeting(services, host(), meeting.meeting_id, { settings });
const ask = (as = caller(), body: JoinRequest = { participant_name: "Ada" }) =>
  joinMeeting(services, as, meeting.meeting_id, body);
const comeIn = async (as = caller(), body?: JoinRequest) =>
  JoinedMeeting.parse(await ask(as, body));
const beginToWait = async (name = "Ada") =>
  WaitingToJoin.parse(await ask(caller(), { participant_name: name }));
const again = ({ seat_token }: { seat_token: string }) => ask(bearer(seat_token), {});
const inside = async (as = caller(), name = "Ada") => {
  const joined = await comeIn(as, { participant_name: name });
  const { participant_identity: identity, role } = joined;
  services.media.enter(meeting.room_name, { identity, name, role });
  return joined;
};
const knocks = async () => (await listKnocks(services, host(), meeting.meeting_id)).knocks;
const names = async () => (await knocks()).map(({ name }) => name);

describe("the lobby", () => {
  beforeEach(() => set({ lobby: true }));

  it("lets a newcomer wait without any LiveKit token, and in once a host says so", async () => {
    const waiting = await beginToWait();
    expect(waiting).toMatchObject({ status: "waiting-for-admission", participant_name: "Ada" });
    expect(services.media.issued).toEqual([]);
    expect(JSON.stringify(waiting)).not.toMatch(/eyJ|wss:/);
    services.clock.advance({ seconds: 2 });
    expect(await again(waiting)).toEqual(waiting);
    expect(await knocks()).toEqual([
      {
        identity: waiting.participant_identity,
        name: "Ada",
        waiting_since: waiting.waiting_since,
      },
    ]);
    await decideKnock(services, host(), meeting.meeting_id, waiting.participant_identity, {
      decision: "admit",
    });
    expect(await names()).toEqual([]);
    expect(await again(waiting)).toMatchObject({
      participant_identity: waiting.participant_identity,
      role: "participant",
    });
  });

  it("tells a denied one so, who may ask again after a minute", async () => {
    const waiting = await beginToWait();
    const { knocks: left } = await decideKnock(
      services,
      host(),
      meeting.meeting_id,
      waiting.participant_identity,
      { decision: "deny" },
    );
    expect(left).toEqual([]);
    services.clock.advance({ seconds: 20 });
    await expect(again(waiting)).rejects.toMatchObject({
      code: "denied",
      options: { retryAfter: 40 },
    });
    services.clock.advance({ seconds: 41 });
    expect(await again(waiting)).toMatchObject({ status: "waiting-for-admission" });
    expect(await names()).toEqual(["Ada"]);
  });

  it("is not undone by somebody who asks in the moment a host decides", async () => {
    for (const decision of ["admit", "deny"] as const) {
      const waiting = await beginToWait();
      const { findByTokenHash } = services.store.seats;
      services.store.seats.findByTokenHash = async (hash) => {
        const seat = await findByTokenHash(hash);
        services.store.seats.findByTokenHash = findByTokenHash;
        const { participant_identity: identity } = waiting;
        await decideKnock(services, host(), meeting.meeting_id, identity, { decision });
        return seat;
      };
      const answer = again(waiting);
      if (decision === "admit") expect(await answer).toHaveProperty("participant_token");
      else await expect(answer).rejects.toMatchObject({ code: "denied" });
      expect(await names()).toEqual([]);
    }
  });

  it("asks for a passcode that was set after somebody was denied, or while they wait", async () => {
    const [ada, bob] = [await beginToWait("Ada"), await beginToWait("Bob")];
    const { participant_identity: identity } = ada;
    await decideKnock(services, host(), meeting.meeting_id, identity, { decision: "deny" });
    await set({ passcode: "blue sky", lobby: false });
    services.clock.advance({ seconds: 61 });
    for (const each of [ada, bob]) {
      await expect(again(each)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  it("is left by whoever waits no longer, which hosts see at once", async () => {
    const [ada, bob] = [await beginToWait("Ada"), await beginToWait("Bob")];
    const leave = (by: { seat_token: string }, whom: { participant_identity: string }) =>
      leaveLobby(services, bearer(by.seat_token), meeting.meeting_id, whom.participant_identity);
    await expect(leave(ada, bob)).rejects.toMatchObject({ code: "forbidden" });
    await leave(ada, ada);
    expect(await names()).toEqual(["Bob"]);
    services.clock.advance({ seconds: 5 });
    expect(await again(ada)).toMatchObject({ status: "waiting-for-admission" });
    expect(await names()).toEqual(["Bob", "Ada"]);
    await decideAllKnocks(services, host(), meeting.meeting_id, { decision: "admit" });
    await leave(bob, bob);
    expect(await again(bob)).toHaveProperty("participant_token");
  });

  it("is answered for everybody at once, and only for those who wait", async () => {
    const ada = await beginToWait("Ada");
    services.clock.advance({ seconds: 1 });
    const waiting = [ada, await beginToWait("Bob")];
    const gone = await beginToWait("Gone");
    services.clock.advance({ seconds: 16 });
    for (const each of waiting) await again(each);
    expect(await names()).toEqual(["Ada", "Bob"]);
    await decideAllKnocks(services, host(), meeting.meeting_id, { decision: "admit" });
    for (const each of waiting) expect(await again(each)).toHaveProperty("participant_token");
    expect(await again(gone)).toMatchObject({ status: "waiting-for-admission" });
    await expect(
      decideKnock(services, host(), meeting.meeting_id, "p_nobody", { decision: "admit" }),
    ).rejects.toMatchObject({ code: "participant-not-found" });
  });

  it("admits one without the other, and none by a host's arrival", async () => {
    const [ada, bob] = [await beginToWait("Ada"), await beginToWait("Bob")];
    await inside(host(), "Lena");
    expect(await again(ada)).toMatchObject({ status: "waiting-for-admission" });
    await decideKnock(services, host(), meeting.meeting_id, ada.participant_identity, {
      decision: "admit",
    });
    expect(await again(ada)).toHaveProperty("participant_token");
    expect(await again(bob)).toHaveProperty("status");
  });

  it("tells the hosts inside to look, once somebody begins to wait, and nobody else", async () => {
    const lena = await inside(host(), "Lena");
    await set({ lobby: false });
    await inside(caller(), "Guest");
    await set({ lobby: true });
    services.media.hinted.length = 0;
    const waiting = await beginToWait();
    await again(waiting);
    await expect
      .poll(() => services.media.hinted)
      .toEqual([{ identities: [lena.participant_identity], topic: knockTopic }]);
  });

  it("holds, switched on in mid-meeting, for the next one in and nobody who was in before", async () => {
    await set({ lobby: false });
    const early = await comeIn();
    await set({ lobby: true });
    expect(await again(early)).toHaveProperty("participant_token");
    expect(await beginToWait("Late")).toHaveProperty("status");
  });

  it("lets everybody in who waits when it is switched off, and refuses them when it is locked", async () => {
    const waiting = await beginToWait();
    await set({ locked: true });
    await expect(again(waiting)).rejects.toMatchObject({ code: "meeting-locked" });
    await set({ locked: false, lobby: false });
    expect(await again(waiting)).toHaveProperty("participant_token");
  });

  it("shows those who wait nothing of those inside", async () => {
    await inside(host(), "Lena");
    const waiting = await beginToWait();
    for (const as of [caller(), bearer(waiting.seat_token)]) {
      await expect(listParticipants(services, as, meeting.meeting_id)).rejects.toMatchObject({
        code: "forbidden",
      });
      expect(JSON.stringify(await getMeeting(services, as, meeting.meeting_id))).not.toContain(
        "Lena",
      );
    }
    expect(await listParticipants(services, host(), meeting.meeting_id)).toMatchObject({
      count: 1,
    });
    await set({ lobby: false });
    expect(await listParticipants(services, caller(), meeting.meeting_id)).toMatchObject({
      count: 1,
    });
  });

  it("is passed by hosts and cohosts alone", async () => {
    const guest = bearer((await beginToWait()).seat_token);
    await expect(listKnocks(services, guest, meeting.meeting_id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listKnocks(services, caller(), meeting.meeting_id)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await comeIn(host())).toMatchObject({ role: "host" });
  });
});

describe("waiting for a host", () => {
  beforeEach(() => set({ wait_for_host: true }));

  it("ends when one is inside, and the meeting goes on without for those who are in it", async () => {
    const waiting = await beginToWait();
    expect(waiting.status).toBe("waiting-for-host");
    const lena = await inside(host(), "Lena");
    const ada = await again(waiting);
    expect(ada).toHaveProperty("participant_token");
    services.media.enter(meeting.room_name, { identity: waiting.participant_identity });
    services.media.leave(meeting.room_name, lena.participant_identity);
    // A reload while the host is away.
    expect(await again(waiting)).toHaveProperty("participant_token");
    expect(await beginToWait("Late")).toMatchObject({ status: "waiting-for-host" });
    services.media.leave(meeting.room_name, waiting.participant_identity);
    expect(await again(waiting)).toMatchObject({ status: "waiting-for-host" });
    await inside(bearer(lena.seat_token), "Lena");
    expect(await again(waiting)).toHaveProperty("participant_token");
  });

  describe("while the host is away and everybody's room closes", () => {
    let ada: JoinedMeeting;
    const heard = (kind: "participant-joined" | "room-finished", identity = "") => {
      const at = services.clock.now().toISOString();
      const about = { id: `${kind} ${at}`, at, room: { name: meeting.room_name, sid: "RM_1" } };
      const participant = { sid: "PA_1", identity, name: "Ada", joinedAt: at };
      return services.store.attendance.record(
        meeting.meeting_id,
        kind === "room-finished" ? { ...about, kind } : { ...about, kind, participant },
      );
    };
    beforeEach(async () => {
      const lena = await inside(host(), "Lena");
      ada = await inside(caller(), "Ada");
      await heard("participant-joined", ada.participant_identity);
      services.media.leave(meeting.room_name, lena.participant_identity);
      services.clock.advance({ seconds: 30 });
    });

    it("takes back those who were in it after a rotation, and nobody new", async () => {
      await rotateRoom(services, host(), meeting.meeting_id);
      await heard("room-finished");
      expect(await beginToWait("Late")).toMatchObject({ status: "waiting-for-host" });
      services.clock.advance({ seconds: 50 });
      expect(await again(ada)).toMatchObject({ room_name: `${meeting.meeting_id}.1` });
      expect(await beginToWait("Later")).toMatchObject({ status: "waiting-for-host" });
      // Nobody came: the next time is another meeting.
      services.clock.advance({ seconds: 11 });
      expect(await again(ada)).toMatchObject({ status: "waiting-for-host" });
    });

    it("takes them back after LiveKit started again, of which no webhook tells", async () => {
      services.media.restart();
      expect(await again(ada)).toHaveProperty("participant_token");
    });

    it("lets them wait for the next time where a host ended it", async () => {
      await endMeeting(services, host(), meeting.meeting_id);
      expect(await again(ada)).toMatchObject({ status: "waiting-for-host" });
      await heard("room-finished");
      expect(await again(ada)).toMatchObject({ status: "waiting-for-host" });
    });
  });

  it("leads to the lobby where there is one", async () => {
    await set({ lobby: true });
    const waiting = await beginToWait();
    expect(waiting.status).toBe("waiting-for-host");
    expect(await names()).toEqual(["Ada"]);
    await inside(host(), "Lena");
    expect(await again(waiting)).toMatchObject({ status: "waiting-for-admission" });
  });
});

describe("a passcode", () => {
  beforeEach(() => set({ passcode: "Blue Ünicorn" }));
  const withPasscode = (passcode?: string) =>
    ask(caller(), { participant_name: "Ada", ...(passcode === undefined ? {} : { passcode }) });

  it("is asked of newcomers, never shown to guests, kept unreadable, and read by hosts", async () => {
    for (const wrong of [undefined, "", "blue ünicorn", "Blue"]) {
      await expect(withPasscode(wrong)).rejects.toMatchObject({ code: "wrong-passcode" });
    }
    const ada = await withPasscode(" Blue U\u0308nicorn ");
    expect(ada).toHaveProperty("participant_token");
    const info = await getMeeting(services, caller(), meeting.meeting_id);
    expect(info.settings.has_passcode).toBe(true);
    expect(JSON.stringify(info)).not.toContain("nicorn");
    const stored = await services.store.meetings.find(meeting.meeting_id);
    expect(JSON.stringify(stored)).not.toContain("nicorn");
    expect(services.logged.join()).not.toContain("nicorn");
    expect(await set({})).toMatchObject({ passcode: "Blue Ünicorn" });
    // Whoever was in comes back without, also after it was changed.
    await set({ passcode: "another one" });
    expect(await again(JoinedMeeting.parse(ada))).toHaveProperty("participant_token");
    await expect(withPasscode("Blue Ünicorn")).rejects.toMatchObject({ code: "wrong-passcode" });
    await set({ passcode: null });
    expect(await withPasscode()).toHaveProperty("participant_token");
  });

  it("is not found by trying", async () => {
    for (let turn = 0; turn < 9; turn += 1) {
      await expect(withPasscode(`guess ${turn}`)).rejects.toMatchObject({ code: "wrong-passcode" });
    }
    await expect(withPasscode("guess 10")).rejects.toThrow();
    await expect(withPasscode("guess 11")).rejects.toMatchObject({ code: "rate-limited" });
    await expect(withPasscode("Blue Ünicorn")).rejects.toMatchObject({ code: "rate-limited" });
    expect(await ask(host())).toHaveProperty("participant_token");
  });

  it("is given once by those who wait", async () => {
    await set({ lobby: true });
    const waiting = WaitingToJoin.parse(await withPasscode("Blue Ünicorn"));
    expect(await again(waiting)).toMatchObject({ status: "waiting-for-admission" });
  });

  it("is not asked of somebody who was denied: they are told to wait, and may ask again without", async () => {
    await set({ lobby: true });
    const waiting = WaitingToJoin.parse(await withPasscode("Blue Ünicorn"));
    const { participant_identity: identity } = waiting;
    await decideKnock(services, host(), meeting.meeting_id, identity, { decision: "deny" });
    services.clock.advance({ seconds: 20 });
    for (const body of [{}, { passcode: "wrong" }, { passcode: "Blue Ünicorn" }]) {
      await expect(ask(bearer(waiting.seat_token), body)).rejects.toMatchObject({
        code: "denied",
        options: { retryAfter: 40 },
      });
    }
    services.clock.advance({ seconds: 41 });
    expect(await again(waiting)).toMatchObject({ status: "waiting-for-admission" });
  });
});

describe("a meeting with a limit", () => {
  it("lets nobody in for having found it full", async () => {
    await set({ max_participants: 1, lobby: true });
    await set({ lobby: false });
    await inside(caller(), "First");
    await set({ lobby: true });
    const waiting = await beginToWait();
    await decideAllKnocks(services, host(), meeting.meeting_id, { decision: "admit" });
    await expect(again(waiting)).rejects.toMatchObject({ code: "meeting-full" });
    await expect(ask()).resolves.toMatchObject({ status: "waiting-for-admission" });
  });

  it("takes as many as that, however many come at once, and their ghosts back", async () => {
    await set({ max_participants: 3 });
    const comers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, turn) =>
        ask(caller(), { participant_name: `Person ${turn}` }),
      ),
    );
    const inTime = comers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const refused = comers.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect([inTime.length, refused.length]).toEqual([3, 7]);
    for (const reason of refused) expect(reason).toMatchObject({ code: "meeting-full" });
    const joined = inTime.map((each) => JoinedMeeting.parse(each));
    for (const { participant_identity: identity } of joined) {
      services.media.enter(meeting.room_name, { identity });
    }
    services.clock.advance({ seconds: 20 });
    const [first] = joined;
    expect(await ask(bearer(first?.seat_token ?? ""), {})).toHaveProperty("participant_token");
    await expect(ask()).rejects.toMatchObject({ code: "meeting-full" });
    expect(await ask(host())).toMatchObject({ role: "host" });
    services.media.leave(meeting.room_name, first?.participant_identity ?? "");
    services.clock.advance({ seconds: 20 });
    expect(await ask()).toHaveProperty("participant_token");
  });
});
