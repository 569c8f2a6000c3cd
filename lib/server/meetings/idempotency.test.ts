import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "./create-meeting";
import { forgetAnswers } from "./idempotency";
import { sealedWith } from "./sealed-with";
import { hashOf } from "./secrets";

const programKey = `key_${"a".repeat(40)}`;

let services: TestServices;
beforeEach(async () => {
  services = await testServices({ apiKeys: [{ name: "crm", hash: hashOf(programKey) }] });
});
afterEach(() => services.store.close());

const key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
const anybody = caller({ origin: "ours" });
const everything = async () => (await services.store.meetings.listAll({ limit: 100 })).meetings;

describe("creating with an Idempotency-Key", () => {
  it("gives the first answer again, host key and cookie included", async () => {
    const first = await createMeeting(services, anybody, { title: "One" }, key);
    const again = await createMeeting(services, anybody, { title: "One" }, key);
    expect(again).toEqual(first);
    expect(await everything()).toHaveLength(1);
    const other = await createMeeting(services, anybody, { title: "One" }, `${key}2`);
    expect(other.meeting.meeting_id).not.toBe(first.meeting.meeting_id);
    services.clock.advance({ seconds: 86_400 });
    await forgetAnswers(services);
    const later = await createMeeting(services, anybody, { title: "One" }, key);
    expect(later.meeting.meeting_id).not.toBe(first.meeting.meeting_id);
  });

  it("makes one meeting however many ask at once", async () => {
    const ask = () => createMeeting(services, anybody, {}, key);
    const answers = await Promise.allSettled(Array.from({ length: 100 }, ask));
    const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(["idempotency-in-progress"]));
    expect(await everything()).toHaveLength(1);
    const ids = await Promise.all(Array.from({ length: 100 }, ask));
    expect(new Set(ids.map(({ meeting }) => meeting.meeting_id)).size).toBe(1);
  });

  it("refuses the key with another body", async () => {
    await createMeeting(services, anybody, { title: "One" }, key);
    await expect(createMeeting(services, anybody, { title: "Two" }, key)).rejects.toMatchObject({
      code: "idempotency-mismatch",
    });
  });

  it("finishes what was killed in the middle, as the same one meeting", async () => {
    const { keep, release } = services.store.idempotency;
    const { discard } = services.store.meetings;
    // Nothing happens any more after the meeting was written.
    services.media.away = true;
    services.store.meetings.discard = async () => {};
    services.store.idempotency.release = async () => {};
    await expect(createMeeting(services, anybody, {}, key)).rejects.toThrow();
    services.media.away = false;
    Object.assign(services.store.idempotency, { keep, release });
    services.store.meetings.discard = discard;
    const [left] = await everything();

    await expect(createMeeting(services, anybody, {}, key)).rejects.toMatchObject({
      code: "idempotency-in-progress",
    });
    services.clock.advance({ seconds: 30 });
    const { meeting, ownerSecret } = await createMeeting(services, anybody, {}, key);
    expect([meeting.meeting_id, meeting.created_at]).toEqual([left?.id, left?.createdAt]);
    expect(left?.hostKeyHash).toBe(hashOf(meeting.host_key));
    expect(await everything()).toHaveLength(1);
    const owner = services.store.meetings.findOwner(meeting.meeting_id, hashOf(ownerSecret ?? ""));
    expect(await owner).toMatchObject({ isForGood: true });
    expect(services.media.stateOf(meeting.room_name)).toBeDefined();
  });

  it("leaves the key free when it fails", async () => {
    services.media.away = true;
    await expect(createMeeting(services, anybody, {}, key)).rejects.toMatchObject({
      code: "media-unavailable",
    });
    services.media.away = false;
    await createMeeting(services, anybody, { title: "Another body" }, key);
    expect(await everything()).toHaveLength(1);
  });

  it("does not take away the cookie that the browser got meanwhile", async () => {
    const first = await createMeeting(services, anybody, {}, key);
    const mine = "o".repeat(43);
    const again = await createMeeting(services, { ...anybody, ownerSecret: mine }, {}, key);
    expect(again).toEqual({ ...first, ownerSecret: mine });
    expect(
      await services.store.meetings.findOwner(first.meeting.meeting_id, hashOf(mine)),
    ).toMatchObject({ isForGood: true });
  });

  it("keeps programs apart, and people from guessing", async () => {
    const pointer = {
      code: "invalid-request",
      options: { errors: [{ pointer: "/idempotency-key" }] },
    };
    await createMeeting(services, bearer(programKey), {}, "1");
    for (const wrong of ["", "1", "x".repeat(21), "x".repeat(256), `${key} ${key}`, `${key}ä`]) {
      const creating = createMeeting(services, anybody, {}, wrong);
      await expect(creating).rejects.toMatchObject(pointer);
    }
    const program = await createMeeting(services, bearer(programKey), {}, key);
    const person = await createMeeting(services, anybody, {}, key);
    expect(person.meeting.meeting_id).not.toBe(program.meeting.meeting_id);
    for (const wrong of ["", "x".repeat(256)]) {
      await expect(createMeeting(services, bearer(programKey), {}, wrong)).rejects.toMatchObject(
        pointer,
      );
    }
  });
});

describe("sealing", () => {
  it("opens with the same secret alone", () => {
    const mine = sealedWith("secret", "test");
    const sealed = mine.seal("host_ä");
    expect(sealed).not.toBe(mine.seal("host_ä"));
    expect(sealedWith("secret", "test").open(sealed)).toBe("host_ä");
    for (const other of [sealedWith("secret2", "test"), sealedWith("secret", "other")]) {
      expect(() => other.open(sealed)).toThrow();
      expect(other.id).not.toBe(mine.id);
      expect(other.fingerprint("a")).not.toBe(mine.fingerprint("a"));
    }
    const forged = Buffer.from(sealed, "base64url");
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(() => mine.open(forged.toString("base64url"))).toThrow();
  });
});
