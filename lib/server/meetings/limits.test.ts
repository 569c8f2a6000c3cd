import { afterEach, beforeEach, expect, it } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import { type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { newNotes } from "@/lib/server/services";
import { limitMessages, limitOwnChanges, limitPasscode, limitSeatPoll } from "./limits";

let services: TestServices;
beforeEach(async () => {
  services = await testServices();
});
afterEach(() => services.store.close());

const meeting = MeetingId.parse("abc-defg-hij");
const rateLimited = { code: "rate-limited", options: { retryAfter: 60 } };

it("lets ten wrong passcodes through, and then not even the right one", async () => {
  const give = (isRight: boolean, address = "192.0.2.1") =>
    limitPasscode(services, address, meeting, isRight);
  for (let turn = 0; turn < 20; turn += 1) await give(true);
  for (let turn = 0; turn < 10; turn += 1) await give(false);
  await expect(give(false)).rejects.toMatchObject(rateLimited);
  await expect(give(true)).rejects.toMatchObject(rateLimited);
  await give(true, "192.0.2.2");
  await limitPasscode(services, "192.0.2.1", MeetingId.parse("zzz-zzzz-zzz"), false);
  services.clock.advance({ seconds: 61 });
  await give(true);
});

it("counts wrong passcodes over all processes", async () => {
  const other = { ...services, hints: { ...services.hints, blockedUntil: new Map() } };
  for (let turn = 0; turn < 5; turn += 1) {
    await limitPasscode(services, "192.0.2.1", meeting, false);
    await limitPasscode(other, "192.0.2.1", meeting, false);
  }
  await expect(limitPasscode(services, "192.0.2.1", meeting, false)).rejects.toMatchObject(
    rateLimited,
  );
});

it.each([
  ["polls of a waiting seat", limitSeatPoll, 120],
  ["messages of a seat", limitMessages, 60],
  ["changes of a seat by itself", limitOwnChanges, 60],
])("counts %s for each seat", async (_what, count, most) => {
  const notes = newNotes();
  const own = { ...services, notes };
  for (let turn = 0; turn < most; turn += 1) await count(own, "p_ada");
  await expect(count(own, "p_ada")).rejects.toMatchObject(rateLimited);
  expect([...notes.quotas.values()]).toEqual([
    { most, windowSeconds: 60, state: { remaining: 0, resetSeconds: 60 } },
  ]);
  await count(own, "p_bob");
});
