import { afterEach, beforeEach, expect, it } from "vitest";
import { JoinedMeeting } from "@/lib/contract/join";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "./create-meeting";
import { getMeeting } from "./get-meeting";
import { joinMeeting } from "./join-meeting";
import { purge } from "./purge";
import { reconcile } from "./reconcile";
import { hashOf } from "./secrets";

const days = (count: number) => ({ seconds: count * 86_400 });

let services: TestServices;
beforeEach(async () => {
  services = await testServices({ retentionDays: 30 });
});
afterEach(() => services.store.close());

const create = async (input = {}) =>
  (await createMeeting(services, caller({ origin: "ours" }), input)).meeting;
const stateOf = (id: Parameters<typeof getMeeting>[2]) =>
  getMeeting(services, caller(), id).then(
    () => "there",
    (error: { code: string }) => error.code,
  );

it("wipes a meeting after its last use, and its id says so for good", async () => {
  const meeting = await create({ title: "Secret plan" });
  services.clock.advance(days(20));
  const answer = await joinMeeting(services, caller(), meeting.meeting_id, {
    participant_name: "Ada",
  });
  const { seat_token } = JoinedMeeting.parse(answer);
  services.clock.advance(days(29));
  await reconcile(services);
  expect(await stateOf(meeting.meeting_id)).toBe("there");
  services.clock.advance(days(1));
  await reconcile(services);
  expect(await stateOf(meeting.meeting_id)).toBe("meeting-deleted");
  expect(services.media.stateOf(meeting.room_name)).toBeUndefined();
  expect(await services.store.meetings.listUnclosed(9)).toEqual([]);
  expect(await services.store.seats.findByTokenHash(hashOf(seat_token))).toBeUndefined();
  await expect(
    joinMeeting(services, bearer(seat_token), meeting.meeting_id, {}),
  ).rejects.toMatchObject({ code: "meeting-deleted" });
});

it("waits for the time that a meeting is meant for", async () => {
  const meeting = await create({ scheduled_at: "2026-12-20T10:00:00Z" });
  services.clock.advance(days(56));
  await purge(services);
  expect(await stateOf(meeting.meeting_id)).toBe("there");
  services.clock.advance(days(2));
  await purge(services);
  expect(await stateOf(meeting.meeting_id)).toBe("meeting-deleted");
});

it("leaves a meeting alone that somebody is in, though no webhook told of it", async () => {
  const meeting = await create();
  services.media.enter(meeting.room_name, { identity: "p_ada" });
  services.clock.advance(days(40));
  await purge(services);
  expect(await stateOf(meeting.meeting_id)).toBe("there");
  services.media.leave(meeting.room_name, "p_ada");
  services.clock.advance({ seconds: 3600 });
  services.media.away = true;
  await expect(purge(services)).rejects.toMatchObject({ code: "media-unavailable" });
  expect(await stateOf(meeting.meeting_id)).toBe("there");
});

it("goes over all of them, once an hour however many ask", { timeout: 30_000 }, async () => {
  const meetings = [];
  for (let turn = 0; turn < 120; turn += 1) {
    if (turn % 30 === 0) services.clock.advance({ seconds: 61 });
    meetings.push(await create());
  }
  services.clock.advance(days(31));
  await Promise.all([purge(services), purge(services), purge(services)]);
  expect(await services.store.meetings.listAll({ limit: 300 })).toMatchObject({ meetings: [] });
  expect(services.logged.filter((line) => line.includes("meeting-purged"))).toHaveLength(120);
  const one = await create();
  services.clock.advance(days(31));
  await purge(services);
  await purge(services);
  expect(await stateOf(one.meeting_id)).toBe("meeting-deleted");
});
