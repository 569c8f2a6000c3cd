import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import type { Role } from "@/lib/contract/participant";
import { defaultSettings } from "@/lib/contract/settings";
import { Failure } from "@/lib/server/failure";
import type { MediaEvent } from "@/lib/server/ports/media-server";
import type { NewMeeting, NewSeat, Store } from "@/lib/server/ports/store";

const letters = "abcdefghijklmnopqrstuvwxyz";
let made = 0;

/** An id that no other test of this run uses. */
function newId(): MeetingId {
  made += 1;
  const tail = [676, 26, 1].map((place) => letters[Math.floor(made / place) % 26]).join("");
  return MeetingId.parse(`abc-defg-${tail}`);
}

const at = (seconds: number) =>
  new Date(Date.parse("2026-11-23T10:00:00.000Z") + seconds * 1000).toISOString();

function meeting(id: MeetingId, more: Partial<NewMeeting> = {}): NewMeeting {
  return {
    id,
    roomName: id,
    title: "Design review",
    settings: defaultSettings,
    passcodeSealed: null,
    hostKeyHash: `host-key-of-${id}`,
    createdAt: at(0),
    scheduledAt: null,
    lastUsedAt: at(0),
    ...more,
  };
}

/** What a meeting has that nobody edited, ended or deleted. */
const untouched = {
  revision: 1,
  endedAt: null,
  endedBy: null,
  deletedAt: null,
  spotlight: null,
};

function seat(meetingId: MeetingId, identity: string, more: Partial<NewSeat> = {}): NewSeat {
  return {
    identity,
    meetingId,
    tokenHash: `token-of-${identity}`,
    name: "Ada",
    role: "participant",
    createdAt: at(0),
    lastUsedAt: at(0),
    ...more,
  };
}

interface Story {
  session: string;
  person?: string;
  id: string;
  at: number;
  joinedAt?: number;
  name?: string;
}

const room = (story: Story) => ({
  id: story.id,
  at: at(story.at),
  room: { name: "room", sid: story.session },
});
const finished = (story: Story): MediaEvent => ({ ...room(story), kind: "room-finished" });
const started = (story: Story): MediaEvent => ({ ...room(story), kind: "room-started" });
const person = ({ person: sid = "PA", name = "Ada", joinedAt = 0 }: Story) => ({
  sid,
  identity: `p_${sid}`,
  name,
  joinedAt: at(joinedAt),
});
const joined = (story: Story): MediaEvent => ({
  ...room(story),
  kind: "participant-joined",
  participant: person(story),
});
const left = (story: Story): MediaEvent => ({
  ...room(story),
  kind: "participant-left",
  participant: person(story),
});

/** Everything that is known of a meeting's attendance. */
async function history(store: Store, id: MeetingId, prefix = "") {
  const plain = (text: string) => text.replaceAll(prefix, "");
  const sessions = await store.attendance.listSessions(id);
  return await Promise.all(
    sessions.map(async (session) => ({
      session: plain(session.id),
      startedAt: session.startedAt,
      endedAt: session.endedAt,
      people: (await store.attendance.listAttendance(session.id)).map((one) => ({
        sid: plain(one.participantSid),
        name: one.name,
        joinedAt: one.joinedAt,
        leftAt: one.leftAt,
      })),
    })),
  );
}

/** What every store has to do. `open` gives further stores on the same database, each to be closed. */
export function storeContract(open: () => Promise<Store>) {
  let store: Store;
  let other: Store;

  beforeAll(async () => {
    store = await open();
    other = await open();
    await Promise.all([store.migrate(), other.migrate()]);
  });
  afterAll(async () => {
    await store.close();
    await other.close();
  });

  async function newMeeting(more: Partial<NewMeeting> = {}, owner: string | null = null) {
    const id = newId();
    expect(await store.meetings.insert(meeting(id, more), owner)).toBe("inserted");
    return id;
  }

  describe("the store itself", () => {
    it("keeps its id, and every process reads the same", async () => {
      const id = await store.storeId();
      expect(id).toMatch(/^[a-z0-9]{8}$/);
      expect(await other.storeId()).toBe(id);
    });

    it("takes a second migration for done", async () => {
      await store.migrate();
      await store.ping();
    });
  });

  describe("meetings", () => {
    it("come back as they were put in", async () => {
      const id = await newMeeting({ scheduledAt: at(3600), title: "Ünïcode 👩‍💻" });
      const found = await other.meetings.find(id);
      expect(found).toEqual({
        ...meeting(id, { scheduledAt: at(3600), title: "Ünïcode 👩‍💻" }),
        ...untouched,
      });
      expect(await store.meetings.findByHostKeyHash(`host-key-of-${id}`)).toEqual(found);
    });

    it("are not there when nobody made them", async () => {
      expect(await store.meetings.find(newId())).toBeUndefined();
      expect(await store.meetings.findByHostKeyHash("nothing")).toBeUndefined();
    });

    it("never share an id, not even with one that was deleted", async () => {
      const id = await newMeeting();
      expect(await store.meetings.insert(meeting(id, { hostKeyHash: "another" }), null)).toBe(
        "taken",
      );
      await store.meetings.delete(id, at(1));
      expect(await store.meetings.insert(meeting(id, { hostKeyHash: "another" }), null)).toBe(
        "taken",
      );
    });

    it("give an id to one of many who ask for it at once", async () => {
      const id = newId();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          (turn % 2 ? store : other).meetings.insert(
            meeting(id, { hostKeyHash: `key ${turn}` }),
            null,
          ),
        ),
      );
      expect(answers.filter((answer) => answer === "inserted")).toHaveLength(1);
    });

    it("know an insert that is run again for the same", async () => {
      const id = await newMeeting();
      expect(await store.meetings.insert(meeting(id), null)).toBe("inserted");
    });

    it("leave nothing behind when they are discarded", async () => {
      const id = await newMeeting({}, "owner of a discarded one");
      await store.meetings.discard(id);
      expect(await store.meetings.find(id)).toBeUndefined();
      expect(await store.meetings.findOwner(id, "owner of a discarded one")).toBeUndefined();
      expect(await store.meetings.insert(meeting(id, { hostKeyHash: "next" }), null)).toBe(
        "inserted",
      );
    });

    it("change what is said and nothing else", async () => {
      const id = await newMeeting();
      expect(await store.meetings.edit(id, () => ({ title: null }))).toMatchObject({
        title: null,
        revision: 2,
      });
      const settings = { ...defaultSettings, locked: true };
      const edit = { settings, passcodeSealed: "sealed", scheduledAt: at(60), roomName: `${id}.1` };
      const edited = await store.meetings.edit(id, () => ({ ...edit, spotlight: "p_ada" }));
      expect(edited).toEqual({
        ...meeting(id, edit),
        ...untouched,
        title: null,
        spotlight: "p_ada",
        revision: 3,
      });
      await store.meetings.touch(id, at(9));
      expect(await other.meetings.find(id)).toEqual({ ...edited, lastUsedAt: at(9) });
    });

    it("are left as they are by an edit that changes nothing, and by one that comes too late", async () => {
      const id = await newMeeting();
      expect(await store.meetings.edit(id, () => ({}))).toMatchObject({ revision: 1 });
      await store.meetings.delete(id, at(1));
      expect(await store.meetings.edit(id, () => ({ title: "late" }))).toBeUndefined();
      expect(await store.meetings.edit(newId(), () => ({ title: "none" }))).toBeUndefined();
    });

    it("lose nothing of many edits at once, from two processes", async () => {
      const id = await newMeeting({ title: "" });
      const edits = Array.from({ length: 10 }, (_, turn) =>
        (turn % 2 ? store : other).meetings.edit(id, (now) => ({ title: `${now.title}x` })),
      );
      await Promise.all(edits);
      expect(await store.meetings.find(id)).toMatchObject({ title: "x".repeat(10), revision: 11 });
    });

    it("stay as tombstones when deleted, once", async () => {
      const id = await newMeeting();
      expect(await store.meetings.delete(id, at(5))).toBe(true);
      expect(await other.meetings.delete(id, at(6))).toBe(false);
      expect(await store.meetings.find(id)).toMatchObject({ deletedAt: at(5) });
      expect(await store.meetings.delete(newId(), at(5))).toBe(false);
    });

    it("are noted for closing until their room is closed", async () => {
      const id = await newMeeting();
      const unclosed = async () =>
        (await store.meetings.listUnclosed(1000)).map((one) => one.id).includes(id);
      expect(await unclosed()).toBe(false);
      await store.meetings.delete(id, at(5));
      expect(await unclosed()).toBe(true);
      expect(await store.meetings.listUnclosed(1)).toHaveLength(1);
      await store.meetings.roomClosed(id);
      expect(await unclosed()).toBe(false);
    });

    it("have owners, who may be several", async () => {
      const id = await newMeeting({}, "ada");
      const forGood = (since: string) => ({ isForGood: true, since });
      expect(await store.meetings.findOwner(id, "ada")).toEqual(forGood(at(0)));
      expect(await store.meetings.findOwner(id, "bob")).toBeUndefined();
      await store.meetings.addOwner(id, "bob", at(1));
      await store.meetings.addOwner(id, "bob", at(2));
      expect(await store.meetings.findOwner(id, "bob")).toEqual(forGood(at(1)));
    });

    it("have owners by their host key, for as long as it is theirs", async () => {
      const id = await newMeeting({ hostKeyHash: "first key" }, "creator");
      const owners = async () => {
        const all = ["creator", "tablet", "intruder", "late"];
        const are = await Promise.all(all.map((each) => store.meetings.findOwner(id, each)));
        return all.filter((_, index) => are[index]);
      };
      for (const each of ["creator", "tablet", "intruder"]) {
        await store.meetings.addOwner(id, each, at(1), "first key");
      }
      expect(await owners()).toEqual(["creator", "tablet", "intruder"]);
      await store.meetings.edit(id, () => ({ hostKeyHash: "second key" }));
      await store.meetings.addOwner(id, "tablet", at(2), "second key");
      await store.meetings.addOwner(id, "late", at(2), "first key");
      expect(await owners()).toEqual(["creator", "tablet"]);
      expect((await store.meetings.listOwned("tablet", { limit: 5 })).meetings).toHaveLength(1);
      expect((await store.meetings.listOwned("intruder", { limit: 5 })).meetings).toEqual([]);
      expect(await store.meetings.findOwner(id, "tablet")).toEqual({
        isForGood: false,
        since: at(2),
      });
    });

    it("take back what a host key gave, from one and from no other", async () => {
      const id = await newMeeting({ hostKeyHash: "first key" }, "creator");
      for (const each of ["bob", "tablet"]) {
        await store.meetings.addOwner(id, each, at(1), "first key");
      }
      const ids = {
        bob: `bob-${id}`,
        second: `second-${id}`,
        lena: `lena-${id}`,
        ada: `ada-${id}`,
      };
      const owned = { [ids.bob]: "bob", [ids.second]: "bob", [ids.lena]: "creator" };
      for (const identity of Object.values(ids)) {
        const ownerHash = owned[identity] ?? null;
        await store.seats.insert(seat(id, identity, { role: "host", ownerHash }));
      }
      const roles = async () =>
        (await store.seats.findAll(id, Object.values(ids)))
          .filter(({ role }) => role === "host")
          .map(({ identity }) => identity.slice(0, -id.length - 1))
          .sort();
      const key = async () => (await store.meetings.find(id))?.hostKeyHash;

      for (const each of [ids.lena, ids.ada]) {
        expect(await store.meetings.takeBack(id, each, "second key")).toBe(false);
      }
      expect([await roles(), await key()]).toEqual([["ada", "bob", "lena", "second"], "first key"]);

      await store.seats.edit(ids.bob, { removedAt: at(3) });
      expect(await store.meetings.takeBack(id, ids.bob, "second key")).toBe(true);
      expect([await roles(), await key()]).toEqual([["ada", "bob", "lena"], "second key"]);
      expect(await store.meetings.findOwner(id, "bob")).toBeUndefined();
      expect(await store.meetings.findOwner(id, "tablet")).toMatchObject({ since: at(1) });
      expect(await store.meetings.findOwner(id, "creator")).toMatchObject({ isForGood: true });
      expect(await store.meetings.takeBack(id, ids.bob, "third key")).toBe(false);

      await store.seats.edit(ids.ada, { hostKeyHash: "second key" });
      expect(await store.meetings.takeBack(id, ids.ada, "third key")).toBe(true);
      expect(await key()).toBe("third key");
      expect(await store.meetings.findOwner(id, "tablet")).toBeDefined();
      expect(await store.meetings.takeBack(id, `nobody-${id}`, "fourth key")).toBe(false);
      await store.seats.edit(ids.lena, { ownerHash: "tablet" });
      expect(await store.meetings.takeBack(id, ids.lena, undefined)).toBe(true);
      expect(await key()).toBe("third key");
      expect(await store.meetings.findOwner(id, "tablet")).toBeUndefined();
    });

    it("are listed for their owner page by page, newest first, without the deleted", async () => {
      const ids: MeetingId[] = [];
      for (const second of [1, 2, 2, 3, 4]) {
        ids.push(await newMeeting({ createdAt: at(second) }, "lister"));
      }
      const [, , , deleted] = ids;
      if (deleted) await store.meetings.delete(deleted, at(9));
      await newMeeting({ createdAt: at(3) }, "somebody else");

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.meetings.listOwned("lister", {
          limit: 2,
          ...(cursor !== undefined && { cursor }),
        });
        expect(page.meetings.length).toBeGreaterThan(0);
        seen.push(...page.meetings.map((one) => one.id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      const [first, second, third, , fifth] = ids;
      expect(seen).toEqual([fifth, third, second, first]);
      expect(await store.meetings.listOwned("nobody", { limit: 2 })).toEqual({
        meetings: [],
        next: null,
      });
    });

    it("are listed all together page by page, newest first, without the deleted", async () => {
      // Later than any other test's, so that they come first.
      const later = (second: number) => at(second + 1_000_000);
      const ids: MeetingId[] = [];
      for (const second of [1, 2, 2, 3]) ids.push(await newMeeting({ createdAt: later(second) }));
      const deleted = await newMeeting({ createdAt: later(9) });
      await store.meetings.delete(deleted, later(9));
      const first = await store.meetings.listAll({ limit: 3 });
      const cursor = first.next ?? "";
      const second = await other.meetings.listAll({ limit: 1, cursor });
      const [one, two, three, four] = ids;
      expect([...first.meetings, ...second.meetings].map(({ id }) => id)).toEqual([
        four,
        three,
        two,
        one,
      ]);
    });

    it.each(["", "nonsense", "W10", Buffer.from('["a"]').toString("base64url")])(
      "refuse the cursor %j",
      async (cursor) => {
        const refusal = store.meetings.listOwned("lister", { cursor, limit: 2 });
        await expect(refusal).rejects.toThrow(Failure);
        await expect(refusal).rejects.toMatchObject({
          code: "invalid-request",
          options: { errors: [{ pointer: "/cursor" }] },
        });
      },
    );
  });

  describe("seats", () => {
    it("are found by token and by identity, and change", async () => {
      const id = await newMeeting();
      const identity = `p_${id}`;
      await store.seats.insert(seat(id, identity));
      const found = await other.seats.findByTokenHash(`token-of-${identity}`);
      expect(found).toEqual({
        ...seat(id, identity),
        allow: {},
        status: "in",
        removedAt: null,
        removedBy: null,
        waitingSince: null,
        askedAt: null,
        deniedAt: null,
        placeUntil: null,
        enteredAt: null,
        handRaisedAt: null,
        ownerHash: null,
        hostKeyHash: null,
      });
      const edit = {
        name: "Ada L.",
        allow: { camera: false },
        lastUsedAt: at(7),
        removedAt: at(8),
        removedBy: "Lena",
        handRaisedAt: at(6),
      };
      await store.seats.edit(identity, edit);
      expect(await store.seats.findByIdentity(identity)).toEqual({ ...found, ...edit });
      await store.seats.edit(identity, { removedAt: null });
      await store.seats.edit(identity, {});
      expect(await store.seats.findAll(id, [identity, "p_nobody"])).toEqual([
        { ...found, ...edit, removedAt: null },
      ]);
      expect(await store.seats.findAll(id, [])).toEqual([]);
      const only = { while: "waiting" } as const;
      expect(await store.seats.edit(identity, { status: "denied" }, only)).toBe(false);
      expect(await store.seats.edit(identity, { status: "waiting" }, { while: "in" })).toBe(true);
      expect(await store.seats.edit(identity, { removedAt: at(9) }, only)).toBe(true);
      expect(await store.seats.edit(identity, { status: "in" }, only)).toBe(false);
      await store.seats.edit(identity, { removedAt: null });
      await store.seats.insert(seat(id, `${identity}-inside`));
      await store.seats.discardNotIn(id);
      expect(await store.seats.findByIdentity(identity)).toBeUndefined();
      expect(await store.seats.findByIdentity(`${identity}-inside`)).toBeDefined();
      await store.seats.discard(`${identity}-inside`);
      await store.seats.discard(identity);
      expect(await store.seats.findByIdentity(identity)).toBeUndefined();
    });

    it("lower their hands all at once, and no other meeting's", async () => {
      const [id, elsewhere] = [await newMeeting(), await newMeeting()];
      const hand = (identity: string) =>
        store.seats.findByIdentity(identity).then((found) => found?.handRaisedAt);
      for (const [meeting, name] of [
        [id, "one"],
        [id, "two"],
        [elsewhere, "three"],
      ] as const) {
        await store.seats.insert(seat(meeting, `p_${id}_${name}`, { handRaisedAt: at(1) }));
      }
      await other.seats.lowerHands(id);
      expect(await hand(`p_${id}_one`)).toBeNull();
      expect(await hand(`p_${id}_two`)).toBeNull();
      expect(await hand(`p_${id}_three`)).toBe(at(1));
    });

    it("keep one host, whoever gives the role up at once", async () => {
      const id = await newMeeting();
      const hosts = [1, 2, 3].map((number) => `p_${id}_${number}`);
      for (const host of hosts) await store.seats.insert(seat(id, host, { role: "host" }));
      const answers = await Promise.all(
        hosts.map((host, turn) =>
          (turn % 2 ? store : other).seats.setRole(host, "participant", at(-1)),
        ),
      );
      expect(answers.filter((answer) => answer === "last-host")).toHaveLength(1);
      const [last = ""] = hosts.filter((_, turn) => answers[turn] === "last-host");
      expect(await store.seats.findByIdentity(last)).toMatchObject({ role: "host" });
      // One who has not been here for long, or was put out, is no host to leave the meeting to.
      const [gone = ""] = hosts.filter((host) => host !== last);
      await store.seats.setRole(gone, "host", at(-1));
      expect(await store.seats.setRole(last, "participant", at(1))).toBe("last-host");
      await store.seats.edit(gone, { removedAt: at(2) });
      expect(await store.seats.setRole(last, "participant", at(-1))).toBe("last-host");
    });

    it("wait in the order they came, until somebody decides or they ask no more", async () => {
      const id = await newMeeting();
      const waiting = (name: string, since: number, asked: number) =>
        store.seats.insert(
          seat(id, `p_${id}_${name}`, {
            status: "waiting",
            waitingSince: at(since),
            askedAt: at(asked),
          }),
        );
      await waiting("second", 2, 20);
      await waiting("first", 1, 20);
      await waiting("gone", 0, 3);
      await store.seats.insert(seat(id, `p_${id}_inside`));
      const names = async () =>
        (await other.seats.listWaiting(id, at(10))).map(({ identity }) => identity.slice(15));
      expect(await names()).toEqual(["first", "second"]);
      const decisions = await Promise.all(
        [store, other].map((each) => each.seats.decide(`p_${id}_first`, "admit", at(21))),
      );
      expect(decisions.sort()).toEqual([false, true]);
      expect(await store.seats.decide(`p_${id}_second`, "deny", at(21))).toBe(true);
      expect(await store.seats.decide(`p_${id}_inside`, "deny", at(21))).toBe(false);
      expect(await names()).toEqual([]);
      expect(await store.seats.findByIdentity(`p_${id}_first`)).toMatchObject({ status: "in" });
      expect(await store.seats.findByIdentity(`p_${id}_second`)).toMatchObject({
        status: "denied",
        deniedAt: at(21),
      });
    });

    it("get as many places as there are, however many come at once", async () => {
      const id = await newMeeting();
      const comers = Array.from({ length: 12 }, (_, number) => `p_${id}_${number}`);
      for (const comer of comers) await store.seats.insert(seat(id, comer));
      const place = { inside: ["p_inside", "p_also"], most: 5, now: at(0), until: at(15) };
      const take = (identity: string, turn: number, change = {}) =>
        (turn % 2 ? store : other).seats.takePlace(
          { meetingId: id, identity },
          { ...place, ...change },
        );
      const taken = await Promise.all(comers.map((comer, turn) => take(comer, turn)));
      expect(taken.filter(Boolean)).toHaveLength(3);
      const [winner = "", loser = ""] = [true, false].map((won) => comers[taken.indexOf(won)]);
      // The same one again, be it connected by now: its own place does not count.
      expect(await take(winner, 0, { inside: [...place.inside, winner] })).toBe(true);
      expect(await take(loser, 0)).toBe(false);
      // A place that nobody came for is free again.
      expect(await take(loser, 0, { now: at(16), until: at(30) })).toBe(true);
    });

    it("tell in which meetings somebody was put out", async () => {
      const id = await newMeeting();
      await store.seats.insert(seat(id, `p_${id}`));
      await store.seats.edit(`p_${id}`, { removedAt: at(50_000) });
      expect(await store.seats.listMeetingsWithRemovals(at(49_999), 10)).toEqual([id]);
      expect(await store.seats.listMeetingsWithRemovals(at(50_001), 10)).toEqual([]);
      const later = await newMeeting();
      await store.seats.insert(seat(later, `p_${later}`));
      await store.seats.edit(`p_${later}`, { removedAt: at(50_002) });
      expect(await store.seats.listMeetingsWithRemovals(at(49_999), 10)).toEqual([later, id]);
      expect(await store.seats.listMeetingsWithRemovals(at(49_999), 1)).toEqual([later]);
    });

    it("are not there for a token that nobody was given", async () => {
      expect(await store.seats.findByTokenHash("no such token")).toBeUndefined();
      expect(await store.seats.findByIdentity("p_nobody")).toBeUndefined();
    });
  });

  describe("attendance", () => {
    it("follows a session from the first join to the room's end", async () => {
      const id = await newMeeting();
      const session = `RM_${id}`;
      const { attendance } = store;
      await attendance.record(id, started({ session, id: `${id}0`, at: 0 }));
      expect(await attendance.wasStarted(id)).toBe(false);
      expect(await attendance.runningSession(id)).toBeUndefined();

      const ada = { session, person: "PA_ada", joinedAt: 5, name: "Ada" };
      const bob = { session, person: "PA_bob", joinedAt: 8, name: "Bob" };
      await attendance.record(id, joined({ ...ada, id: `${id}1`, at: 5 }));
      await attendance.record(id, joined({ ...bob, id: `${id}2`, at: 8 }));
      expect(await attendance.wasStarted(id)).toBe(true);
      expect(await attendance.runningSession(id)).toEqual({
        id: session,
        meetingId: id,
        startedAt: at(5),
        endedAt: null,
      });
      expect(await attendance.listRunning({ limit: 1000 })).toContain(id);

      await attendance.record(id, left({ ...ada, id: `${id}3`, at: 60, name: "Ada L." }));
      await attendance.record(id, finished({ session, id: `${id}4`, at: 90 }));
      expect(await attendance.runningSession(id)).toBeUndefined();
      expect(await attendance.listRunning({ limit: 1000 })).not.toContain(id);
      expect(await history(store, id)).toEqual([
        {
          session,
          startedAt: at(5),
          endedAt: at(90),
          people: [
            { sid: "PA_ada", name: "Ada L.", joinedAt: at(5), leftAt: at(60) },
            // No "left" ever came for Bob: the room's end counts.
            { sid: "PA_bob", name: "Bob", joinedAt: at(8), leftAt: at(90) },
          ],
        },
      ]);
    });

    it("knows the highest role that somebody had in it, and not a later one's", async () => {
      const id = await newMeeting();
      const [session, next] = [`RM_${id}`, `RM_${id}.1`];
      const identity = `p_PA_${id}`;
      const seen = { session, person: `PA_${id}` };
      await store.seats.insert(seat(id, identity));
      await store.seats.insert(seat(id, `p_${id}_host`, { role: "host" }));
      const setRole = (role: Role) => store.seats.setRole(identity, role, at(0));
      const roleIn = async (which: string) =>
        (await store.attendance.listAttendance(which)).map(({ role }) => role);
      await store.attendance.record(id, joined({ ...seen, id: `${id}1`, at: 5 }));
      await store.attendance.record(
        id,
        joined({ session, person: "PA_agent", id: `${id}2`, at: 5, joinedAt: 1 }),
      );
      expect(await roleIn(session)).toEqual(["participant", null]);
      await setRole("cohost");
      await setRole("participant");
      await store.attendance.record(id, left({ ...seen, id: `${id}3`, at: 9 }));
      await setRole("host");
      await store.attendance.record(id, joined({ ...seen, session: next, id: `${id}4`, at: 20 }));
      await setRole("cohost");
      await store.attendance.record(id, left({ ...seen, session: next, id: `${id}5`, at: 30 }));
      expect(await roleIn(session)).toEqual(["cohost", null]);
      expect(await roleIn(next)).toEqual(["host"]);
    });

    it("counts an event once, however often it comes, even at once", async () => {
      const id = await newMeeting();
      const event = joined({ session: `RM_${id}`, id: `${id}1`, at: 5, joinedAt: 5 });
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, turn) =>
          (turn % 2 ? store : other).attendance.record(id, event),
        ),
      );
      expect(answers.filter((answer) => answer === "recorded")).toHaveLength(1);
      expect(answers.filter((answer) => answer === "seen")).toHaveLength(5);
    });

    it("forgets old event ids, and only those", async () => {
      const id = await newMeeting();
      const old = joined({ session: `RM_${id}`, id: `${id}old`, at: -9000 });
      const recent = left({ session: `RM_${id}`, id: `${id}new`, at: -8000 });
      await store.attendance.record(id, old);
      await store.attendance.record(id, recent);
      await store.attendance.forgetEventsBefore(at(-8500));
      expect(await store.attendance.record(id, old)).toBe("recorded");
      expect(await store.attendance.record(id, recent)).toBe("seen");
    });

    it("does not end a stay before it began, though LiveKit's events know seconds only", async () => {
      const id = await newMeeting();
      const ada = { session: `RM_${id}`, joinedAt: 5.7 };
      await store.attendance.record(id, left({ ...ada, id: `${id}1`, at: 5 }));
      await store.attendance.record(id, finished({ ...ada, id: `${id}2`, at: 5 }));
      const [session] = await history(store, id);
      expect(session).toMatchObject({ startedAt: at(5.7), endedAt: at(5.7) });
      expect(session?.people).toEqual([
        { sid: "PA", name: "Ada", joinedAt: at(5.7), leftAt: at(5.7) },
      ]);
    });

    it("leaves the same rows in whatever order, and however often, the events come", async () => {
      const story = (prefix: string) => {
        const first = { session: `${prefix}RM_1` };
        const second = { session: `${prefix}RM_2` };
        const ada = { ...first, person: `${prefix}PA_1`, joinedAt: 2 };
        const again = { ...first, person: `${prefix}PA_2`, joinedAt: 30 };
        const bob = { ...first, person: `${prefix}PA_3`, joinedAt: 3, name: "Bob" };
        const late = { ...second, person: `${prefix}PA_4`, joinedAt: 200 };
        return [
          started({ ...first, id: `${prefix}1`, at: 0 }),
          joined({ ...ada, id: `${prefix}2`, at: 2 }),
          joined({ ...bob, id: `${prefix}3`, at: 3 }),
          left({ ...ada, id: `${prefix}4`, at: 20, name: "Ada L." }),
          joined({ ...again, id: `${prefix}5`, at: 30 }),
          left({ ...again, id: `${prefix}6`, at: 30, name: "Zoe" }),
          finished({ ...first, id: `${prefix}7`, at: 99 }),
          started({ ...second, id: `${prefix}8`, at: 190 }),
          joined({ ...late, id: `${prefix}9`, at: 200 }),
        ];
      };
      const inOrder = await newMeeting();
      for (const event of story(`${inOrder}/`)) await store.attendance.record(inOrder, event);
      const expected = await history(store, inOrder, `${inOrder}/`);
      expect(expected).toHaveLength(2);

      const turns = story("").length;
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...Array(turns).keys()], { minLength: turns, maxLength: turns }),
          fc.array(fc.nat({ max: turns - 1 }), { maxLength: 6 }),
          async (order, repeats) => {
            const id = await newMeeting();
            const events = story(`${id}/`);
            for (const turn of [...order, ...repeats]) {
              const event = events[turn];
              if (event) await store.attendance.record(id, event);
            }
            expect(await history(store, id, `${id}/`)).toEqual(expected);
          },
        ),
        { numRuns: 60 },
      );
    });

    it("writes what webhooks missed from a look at LiveKit", async () => {
      const id = await newMeeting();
      const session = `RM_${id}`;
      const { attendance } = store;
      await attendance.record(
        id,
        joined({ session, person: "PA_ada", id: `${id}1`, at: 5, joinedAt: 5 }),
      );
      const bob = { sid: "PA_bob", identity: "p_bob", name: "Bob", joinedAt: at(20) };
      await attendance.reconcile(id, at(30), { sessionId: session, participants: [bob] });
      expect(await history(store, id)).toEqual([
        {
          session,
          startedAt: at(5),
          endedAt: null,
          people: [
            { sid: "PA_ada", name: "Ada", joinedAt: at(5), leftAt: at(30) },
            { sid: "PA_bob", name: "Bob", joinedAt: at(20), leftAt: null },
          ],
        },
      ]);

      // Ada was inside all along: the next look puts it right.
      const ada = { sid: "PA_ada", identity: "p_ada", name: "Ada", joinedAt: at(5) };
      await attendance.reconcile(id, at(40), { sessionId: session, participants: [ada, bob] });
      expect((await history(store, id))[0]?.people[0]).toEqual({
        sid: "PA_ada",
        name: "Ada",
        joinedAt: at(5),
        leftAt: null,
      });

      await attendance.reconcile(id, at(50), null);
      expect(await attendance.runningSession(id)).toBeUndefined();
      expect(await history(store, id)).toMatchObject([
        {
          endedAt: at(50),
          people: [{ leftAt: at(50) }, { leftAt: at(50) }],
        },
      ]);

      // A late webhook knows better than a look.
      await attendance.record(
        id,
        left({ session, person: "PA_ada", id: `${id}2`, at: 44, joinedAt: 5 }),
      );
      await attendance.record(id, finished({ session, id: `${id}3`, at: 48 }));
      expect(await history(store, id)).toMatchObject([
        {
          endedAt: at(48),
          people: [{ leftAt: at(44) }, { leftAt: at(48) }],
        },
      ]);
    });

    it("ends the session of a room that LiveKit made anew", async () => {
      const id = await newMeeting();
      const before = `RM_${id}_1`;
      const now = `RM_${id}_2`;
      await store.attendance.record(
        id,
        joined({ session: before, person: "PA_1", id: `${id}1`, at: 5, joinedAt: 5 }),
      );
      const ada = { sid: "PA_2", identity: "p_ada", name: "Ada", joinedAt: at(28) };
      await store.attendance.reconcile(id, at(30), { sessionId: now, participants: [ada] });
      expect(await store.attendance.runningSession(id)).toMatchObject({
        id: now,
        startedAt: at(28),
      });
      expect(await history(store, id)).toMatchObject([
        { session: before, endedAt: at(30) },
        { session: now, endedAt: null },
      ]);
    });

    it("does not undo a join that came in while LiveKit was looked at", async () => {
      const id = await newMeeting();
      const session = `RM_${id}`;
      await store.attendance.record(id, joined({ session, id: `${id}1`, at: 30, joinedAt: 30 }));
      await store.attendance.reconcile(id, at(30.4), null);
      await store.attendance.reconcile(id, at(30.4), { sessionId: session, participants: [] });
      expect(await history(store, id)).toMatchObject([
        { endedAt: null, people: [{ leftAt: null }] },
      ]);
    });
  });

  describe("messages", () => {
    const message = (
      meetingId: MeetingId,
      id: string,
      more: { to?: string; replyTo?: string } = {},
    ) => ({
      id,
      meetingId,
      author: { identity: "p_ada", name: "Ada", role: "host" as const },
      to: more.to ?? null,
      replyTo: more.replyTo ?? null,
      text: `text of ${id}`,
      sentAt: at(1),
    });
    const idsOf = (page: { messages: { id: string }[] }) => page.messages.map(({ id }) => id);

    it("are kept once by their id, as they were first sent", async () => {
      const id = await newMeeting();
      const first = message(id, "p_ada.1");
      const kept = { ...first, position: 1, editedAt: null, deletedAt: null };
      expect(await store.messages.insert(first)).toEqual({ message: kept, isNew: true });
      const again = { ...first, text: "another text", sentAt: at(9) };
      expect(await other.messages.insert(again)).toEqual({ message: kept, isNew: false });
      expect(await other.messages.find(id, "p_ada.1")).toEqual(kept);
      expect(await store.messages.find(id, "p_ada.2")).toBeUndefined();
      expect(await store.messages.find(await newMeeting(), "p_ada.1")).toBeUndefined();
    });

    it("know what they answer, and in which order they were first kept", async () => {
      const id = await newMeeting();
      await store.messages.insert(message(id, "p_ada.1"));
      await store.messages.insert(message(id, "p_ada.2", { replyTo: "p_ada.1" }));
      await store.messages.edit(id, "p_ada.1", { text: "better", at: at(5) });
      const { messages } = await other.messages.list(id, null, { limit: 9 });
      const [second, first] = messages;
      expect([first?.id, first?.replyTo]).toEqual(["p_ada.1", null]);
      expect([second?.id, second?.replyTo]).toEqual(["p_ada.2", "p_ada.1"]);
      expect(first?.position).toBeLessThan(second?.position ?? 0);
    });

    it("are edited, and wiped for good", async () => {
      const id = await newMeeting();
      await store.messages.insert(message(id, "p_ada.1"));
      const edited = { text: "better", editedAt: at(5), deletedAt: null };
      const change = { text: "better", at: at(5) };
      expect(await store.messages.edit(id, "p_ada.1", change)).toMatchObject(edited);
      expect(await store.messages.edit(id, "p_ada.2", change)).toBeUndefined();
      await store.messages.delete(id, "p_ada.1", at(6));
      await store.messages.delete(id, "p_ada.1", at(7));
      const wiped = { text: null, editedAt: at(5), deletedAt: at(6) };
      expect(await store.messages.find(id, "p_ada.1")).toMatchObject(wiped);
      expect(await store.messages.edit(id, "p_ada.1", change)).toBeUndefined();
      expect(await store.messages.insert(message(id, "p_ada.1"))).toMatchObject({
        message: wiped,
        isNew: false,
      });
    });

    it("are deleted from the beginning where they come without a text", async () => {
      const id = await newMeeting();
      const gone = { ...message(id, "p_ada.1"), text: null };
      const kept = { ...gone, position: 1, editedAt: null, deletedAt: at(1) };
      expect(await store.messages.insert(gone)).toEqual({ message: kept, isNew: true });
      const late = message(id, "p_ada.1");
      expect(await other.messages.insert(late)).toEqual({ message: kept, isNew: false });
    });

    it("are read on from a cursor in the order of their last change", async () => {
      const id = await newMeeting();
      for (const turn of [1, 2, 3]) await store.messages.insert(message(id, `p_ada.${turn}`));
      const first = await store.messages.list(id, null, { limit: 2 });
      expect([idsOf(first), first.hasMore]).toEqual([["p_ada.1", "p_ada.2"], true]);
      await other.messages.edit(id, "p_ada.1", { text: "better", at: at(5) });
      const second = await store.messages.list(id, null, { limit: 2, cursor: first.next });
      expect([idsOf(second), second.hasMore]).toEqual([["p_ada.3", "p_ada.1"], false]);
      const nothing = await store.messages.list(id, null, { limit: 2, cursor: second.next });
      expect(nothing).toEqual({ messages: [], next: second.next, hasMore: false });
      await other.messages.delete(id, "p_ada.2", at(6));
      const third = await store.messages.list(id, null, { limit: 2, cursor: second.next });
      expect(third.messages).toMatchObject([{ id: "p_ada.2", text: null, deletedAt: at(6) }]);
      const fresh = await store.messages.list(await newMeeting(), null, { limit: 2 });
      expect(fresh).toMatchObject({ messages: [], hasMore: false });
    });

    it("are for the two alone where they are private", async () => {
      const id = await newMeeting();
      await store.messages.insert(message(id, "p_ada.1", { to: "p_bob" }));
      await store.messages.insert(message(id, "p_ada.2"));
      const read = async (reader: string | null) =>
        idsOf(await store.messages.list(id, reader, { limit: 9 }));
      expect(await read("p_ada")).toEqual(["p_ada.1", "p_ada.2"]);
      expect(await read("p_bob")).toEqual(["p_ada.1", "p_ada.2"]);
      expect(await read("p_zoe")).toEqual(["p_ada.2"]);
      expect(await read(null)).toEqual(["p_ada.2"]);
    });

    it("are missed by no reader, however many write at once", async () => {
      const id = await newMeeting();
      let isDone = false;
      const writing = Promise.all(
        Array.from({ length: 40 }, (_nobody, turn) =>
          (turn % 2 ? store : other).messages.insert(message(id, `p_ada.${turn}`)),
        ),
      ).then(() => {
        isDone = true;
      });
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let last = false; !last; ) {
        await new Promise((resolve) => setImmediate(resolve));
        last = isDone;
        const page = await other.messages.list(id, null, {
          limit: 100,
          ...(cursor !== undefined && { cursor }),
        });
        seen.push(...idsOf(page));
        cursor = page.next;
      }
      await writing;
      expect(seen).toHaveLength(40);
      expect(new Set(seen).size).toBe(40);
    });

    it.each(["", "nonsense", Buffer.from("change -1").toString("base64url")])(
      "refuse the cursor %j",
      async (cursor) => {
        const reading = store.messages.list(newId(), null, { cursor, limit: 2 });
        await expect(reading).rejects.toMatchObject({
          code: "invalid-request",
          options: { errors: [{ pointer: "/cursor" }] },
        });
      },
    );
  });

  describe("retention", () => {
    const day = 86_400;
    /** All of these lie long before any other test's, so that nothing else is wiped. */
    const long = (days: number) => at((days - 10_000) * day);
    const when = { usedBefore: long(100), deletedBefore: long(100) };
    const used = { createdAt: long(10), lastUsedAt: long(10) };
    const expired = async () =>
      (await other.retention.listExpired({ ...when, limit: 1000 })).map(({ id }) => id);
    const session = async (id: MeetingId, from: number, to?: number) => {
      const who = { session: `RM_${id}`, person: `PA_${id}`, joinedAt: (from - 10_000) * day };
      const story = { ...who, id: `${id}${from}`, at: who.joinedAt };
      await store.attendance.record(id, joined(story));
      if (to === undefined) return;
      await store.attendance.record(
        id,
        finished({ ...story, id: `${id}end`, at: (to - 10_000) * day }),
      );
    };

    it("counts from the last use, whichever it was, and never while somebody is inside", async () => {
      const old = await newMeeting(used);
      const ended = await newMeeting(used);
      await session(ended, 20, 99);
      const kept = [
        await newMeeting({ ...used, lastUsedAt: long(101) }),
        await newMeeting({ ...used, scheduledAt: long(101) }),
        await newMeeting(used),
        await newMeeting(used),
      ];
      await session(kept[2] ?? old, 20, 101);
      await session(kept[3] ?? old, 20);
      const deletedLately = await newMeeting(used);
      await store.meetings.delete(deletedLately, long(101));
      const deleted = await newMeeting({ ...used, lastUsedAt: long(300) });
      await store.meetings.delete(deleted, long(99));
      expect(await expired()).toEqual([old, ended, deleted].sort());
      const [first = old] = await expired();
      expect(
        (await store.retention.listExpired({ ...when, after: first, limit: 1 })).map(
          ({ id }) => id,
        ),
      ).toEqual([old, ended, deleted].sort().slice(1, 2));
      for (const id of kept) {
        expect(await store.retention.purge(id, { ...when, at: at(0) })).toBe(false);
        expect(await store.meetings.find(id)).toMatchObject({ deletedAt: null });
      }
      for (const id of [old, ended, deleted]) {
        expect(await store.retention.purge(id, { ...when, at: at(0) })).toBe(true);
      }
      expect(await expired()).toEqual([]);
      expect(await store.meetings.find(deleted)).toMatchObject({ deletedAt: long(99) });
    });

    it("leaves the id alone, by one of many who wipe at once", async () => {
      const secrets = { title: "Secret plan", passcodeSealed: "sealed" };
      const id = await newMeeting({ ...used, ...secrets }, "forgotten owner");
      await store.meetings.edit(id, () => ({
        endedBy: "Ada",
        endedAt: long(11),
        spotlight: `p_${id}`,
      }));
      await store.seats.insert(seat(id, `p_${id}`));
      await session(id, 20, 30);
      const author = { identity: `p_${id}`, name: "Ada", role: "host" as const };
      const written = {
        id: "p_ada.1",
        meetingId: id,
        author,
        to: null,
        replyTo: null,
        text: "x",
        sentAt: long(20),
      };
      await store.messages.insert(written);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, turn) =>
          (turn % 2 ? store : other).retention.purge(id, { ...when, at: at(7) }),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await store.meetings.find(id)).toMatchObject({
        id,
        roomName: id,
        title: null,
        settings: defaultSettings,
        passcodeSealed: null,
        endedBy: null,
        spotlight: null,
        deletedAt: at(7),
      });
      expect(await store.meetings.findOwner(id, "forgotten owner")).toBeUndefined();
      expect(await store.meetings.findByHostKeyHash(`host-key-of-${id}`)).toBeUndefined();
      expect(await store.seats.findByIdentity(`p_${id}`)).toBeUndefined();
      expect(await store.attendance.listSessions(id)).toEqual([]);
      expect(await store.attendance.listAttendance(`RM_${id}`)).toEqual([]);
      expect(await store.messages.find(id, "p_ada.1")).toBeUndefined();
      expect((await store.meetings.listUnclosed(1000)).map((one) => one.id)).toContain(id);
      expect(await store.meetings.insert(meeting(id, { hostKeyHash: "another" }), null)).toBe(
        "taken",
      );
    });
  });

  describe("limits", () => {
    it("count exactly, however many hit at once", async () => {
      const key = `limit ${newId()}`;
      const now = new Date(at(0));
      const hits = await Promise.all(
        Array.from({ length: 40 }, (_, turn) =>
          (turn % 2 ? store : other).limits.hit(key, 60, now),
        ),
      );
      expect(hits.map((hit) => hit.count).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, turn) => turn + 1),
      );
      expect(new Set(hits.map((hit) => hit.resetAt))).toEqual(new Set([at(60)]));
    });

    it("begin anew when the window is over, each key for itself", async () => {
      const key = `limit ${newId()}`;
      await store.limits.hit(key, 60, new Date(at(0)));
      expect(await store.limits.hit(key, 60, new Date(at(59)))).toEqual({
        count: 2,
        resetAt: at(60),
      });
      expect(await store.limits.hit(key, 60, new Date(at(60)))).toEqual({
        count: 1,
        resetAt: at(120),
      });
      expect(await store.limits.hit(`${key} of another`, 60, new Date(at(60)))).toMatchObject({
        count: 1,
      });
    });
  });

  describe("kept answers", () => {
    const entry = (claim: string, bodyHash = "body") => ({
      id: `answer ${made}`,
      claim,
      bodyHash,
      sealed: `draft of ${claim}`,
    });
    const when = (seconds: number) => ({
      now: at(seconds),
      staleBefore: at(seconds - 30),
      forgottenBefore: at(seconds - 86_400),
    });
    it("are claimed by one of many who ask at once", async () => {
      newId();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_nobody, turn) =>
          (turn % 2 ? store : other).idempotency.claim(entry(`claim ${turn}`), when(0)),
        ),
      );
      expect(answers.filter(({ state }) => state === "claimed")).toHaveLength(1);
      expect(answers.filter(({ state }) => state === "running")).toHaveLength(19);
    });

    it("are given to who asks again, and to nobody with another body", async () => {
      newId();
      const { idempotency } = store;
      const first = entry("first");
      expect(await idempotency.claim(first, when(0))).toEqual({
        state: "claimed",
        sealed: "draft of first",
      });
      // The same claim, because its answer was lost.
      expect(await idempotency.claim(first, when(0))).toMatchObject({ state: "claimed" });
      expect(await idempotency.claim(entry("second"), when(29))).toEqual({ state: "running" });
      const other = entry("second", "another body");
      expect(await idempotency.claim(other, when(99))).toEqual({ state: "mismatch" });
      await idempotency.keep({ ...first, sealed: "the answer", isDone: true });
      await idempotency.release(first);
      const done = { state: "done", sealed: "the answer" };
      expect(await idempotency.claim(entry("second"), when(86_399))).toEqual(done);
      expect(await idempotency.claim(other, when(1))).toEqual({ state: "mismatch" });
      expect(await idempotency.claim(other, when(86_400))).toMatchObject({ state: "claimed" });
    });

    it("go on from the draft of who stopped in the middle, whose word counts no more", async () => {
      newId();
      const { idempotency } = store;
      const [first, second] = [entry("first"), entry("second")];
      await idempotency.claim(first, when(0));
      await idempotency.keep({ ...first, sealed: "a better draft", isDone: false });
      expect(await idempotency.claim(second, when(30))).toEqual({
        state: "claimed",
        sealed: "a better draft",
      });
      await idempotency.keep({ ...first, sealed: "too late", isDone: true });
      await idempotency.release(first);
      expect(await idempotency.claim(entry("third"), when(59))).toEqual({ state: "running" });
      await idempotency.release(second);
      expect(await idempotency.claim(entry("third"), when(59))).toMatchObject({
        state: "claimed",
        sealed: "draft of third",
      });
    });

    it("are forgotten when they are old", async () => {
      newId();
      await store.idempotency.claim(entry("first"), when(-900_000));
      await store.idempotency.forgetBefore(at(-900_001));
      expect(await store.idempotency.claim(entry("second"), when(-900_000))).toEqual({
        state: "running",
      });
      await store.idempotency.forgetBefore(at(-900_000));
      expect(await store.idempotency.claim(entry("second"), when(-900_000))).toMatchObject({
        state: "claimed",
      });
    });
  });

  describe("leases", () => {
    it("go to one of many who ask at once, and to the next when they are over", async () => {
      const name = `lease ${newId()}`;
      const ask = async (seconds: number) => {
        const answers = await Promise.all(
          Array.from({ length: 8 }, (_, turn) =>
            (turn % 2 ? store : other).leases.acquire(name, 10, new Date(at(seconds))),
          ),
        );
        return answers.filter(Boolean).length;
      };
      expect(await ask(0)).toBe(1);
      expect(await ask(9)).toBe(0);
      expect(await ask(10)).toBe(1);
      // Forgotten or not, one that is over is free and one that holds is not.
      await store.leases.forgetBefore(at(20));
      expect(await ask(11)).toBe(0);
      expect(await ask(20)).toBe(1);
    });
  });
}
