// The round that makes up for what went unnoticed: whose turn it is, and what stops it.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { Failure } from "@/lib/server/failure";
import { caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "./create-meeting";
import { reconcile } from "./reconcile";

let services: TestServices;
let running: CreatedMeeting[];
beforeEach(async () => {
  services = await testServices();
  running = [];
  for (let turn = 0; turn < 5; turn += 1) running.push(await newRunning());
});
afterEach(() => services.store.close());

/** A meeting that somebody is in, as far as the store knows. */
async function newRunning() {
  const { meeting } = await createMeeting(services, caller(), {});
  const { meeting_id: id, room_name: name } = meeting;
  const at = services.clock.now().toISOString();
  await services.store.attendance.record(id, {
    id: `joined ${id}`,
    at,
    room: { name, sid: `RM_${id}` },
    kind: "participant-joined",
    participant: { sid: `PA_${id}`, identity: `p_${id}`, name: "Ada", joinedAt: at },
  });
  return meeting;
}

/** Which rooms LiveKit is asked about; it has no answer for some. */
function watch(fails: (roomName: string) => boolean = () => false) {
  const asked = new Set<string>();
  const { findRoom } = services.media;
  services.media.findRoom = async (name) => {
    asked.add(name);
    if (fails(name)) throw new Failure("media-unavailable");
    return await findRoom(name);
  };
  return asked;
}

const roomNames = () => running.map(({ room_name }) => room_name).toSorted();

async function round() {
  services.clock.advance({ seconds: 11 });
  await reconcile(services, { atMost: 2 });
}

it("gives each running meeting its turn, however many there are", async () => {
  const asked = watch();
  // As if those that LiveKit has closed were in use again.
  services.store.attendance.reconcile = async () => {};
  await round();
  expect(asked.size).toBe(2);
  await round();
  await round();
  expect([...asked].toSorted()).toEqual(roomNames());
});

it("puts out whoever was removed, and does the rest, where many meetings fail", async () => {
  const { meeting } = await createMeeting(services, caller(), {});
  const { meeting_id: meetingId, room_name: room } = meeting;
  const at = services.clock.now().toISOString();
  await services.store.seats.insert({
    identity: "p_mallory",
    meetingId,
    tokenHash: "hash",
    name: "Mallory",
    role: "participant",
    createdAt: at,
    lastUsedAt: at,
  });
  await services.store.seats.edit("p_mallory", { removedAt: at });
  services.media.enter(room, { identity: "p_mallory" });
  const asked = watch((name) => name !== room);
  let wasPurged = false;
  const { listExpired } = services.store.retention;
  services.store.retention.listExpired = (page) => {
    wasPurged = true;
    return listExpired(page);
  };
  services.clock.advance({ seconds: 11 });
  await reconcile(services);
  expect([...asked].toSorted()).toEqual([room, ...roomNames()].toSorted());
  expect(asked.values().next().value).toBe(room);
  expect(await services.media.listParticipants(room)).toEqual([]);
  expect(wasPurged).toBe(true);
});

it("stops when LiveKit is away, or the store", async () => {
  const asked = watch(() => true);
  services.media.away = true;
  await expect(round()).rejects.toMatchObject({ code: "media-unavailable" });
  expect(asked.size).toBe(1);
  services.media.away = false;
  services.store.meetings.find = () => Promise.reject(new Failure("store-unavailable"));
  await expect(round()).rejects.toMatchObject({ code: "store-unavailable" });
  expect(asked.size).toBe(1);
});
