import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CreatedMeeting } from "@/lib/contract/meeting";
import { bearer, caller, type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { createMeeting } from "@/lib/server/meetings/create-meeting";
import { deleteMeeting } from "@/lib/server/meetings/delete-meeting";
import { lookUpMeetingPage } from "./meeting-lookup";

let services: TestServices;
let meeting: CreatedMeeting;
beforeEach(async () => {
  services = await testServices();
  ({ meeting } = await createMeeting(services, caller(), {}));
});
afterEach(() => services.store.close());

const look = (path: string) => lookUpMeetingPage(services, path, "192.0.2.1");

describe("the status of a meeting's page", () => {
  it("is found, gone or unknown", async () => {
    const path = `/meeting/${meeting.meeting_id}`;
    expect(await look(path)).toMatchObject({ state: "found", status: 200 });
    await deleteMeeting(services, bearer(meeting.host_key), meeting.meeting_id);
    expect(await look(path)).toMatchObject({ state: "deleted", status: 410 });
    for (const unknown of ["/meeting/abc-defg-hij", "/meeting/nonsense", "/meeting/%E0%A4%A"]) {
      expect(await look(unknown)).toMatchObject({ state: "unknown", status: 404 });
    }
  });

  it("is the same for the page of its report", async () => {
    const path = `/meeting/${meeting.meeting_id}/report`;
    expect(await look(path)).toMatchObject({ state: "found", status: 200 });
    await deleteMeeting(services, bearer(meeting.host_key), meeting.meeting_id);
    expect(await look(path)).toMatchObject({ state: "deleted", status: 410 });
    expect(await look("/meeting/abc-defg-hij/report")).toMatchObject({ status: 404 });
  });

  it("sends another spelling on, and leaves other pages alone", async () => {
    const spelled = `/meeting/${meeting.meeting_id.toUpperCase().replaceAll("-", "%20")}`;
    expect(await look(spelled)).toEqual({
      kind: "respelled",
      path: `/meeting/${meeting.meeting_id}`,
    });
    expect(await look(`${spelled}/report`)).toEqual({
      kind: "respelled",
      path: `/meeting/${meeting.meeting_id}/report`,
    });
    for (const other of ["/", "/meeting", "/meeting/new", "/meeting/a/b", "/docs"]) {
      expect(await look(other)).toEqual({ kind: "none" });
    }
  });

  it("counts guesses, and is unavailable to who guesses too often or while the store is away", async () => {
    for (let guess = 0; guess < 20; guess += 1) await look("/meeting/abc-defg-hij");
    expect(await look(`/meeting/${meeting.meeting_id}`)).toMatchObject({
      state: "unavailable",
      status: 429,
    });
    services.store.meetings.find = async () => {
      throw new Error("away");
    };
    expect(
      await lookUpMeetingPage(services, `/meeting/${meeting.meeting_id}`, "192.0.2.2"),
    ).toMatchObject({ state: "unavailable", status: 503 });
  });
});
