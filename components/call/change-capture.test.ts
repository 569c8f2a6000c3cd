import { expect, test } from "vitest";
import { changeCapture } from "./change-capture";

/** A track as LiveKit's: what is open is closed before the next is asked for. */
function fakeTrack(works: (deviceId: string | undefined) => boolean) {
  const track = {
    isMuted: false,
    readyState: "live" as MediaStreamTrackState,
    deviceId: "front",
    opened: [] as (string | undefined)[],
    get mediaStreamTrack() {
      const { readyState, deviceId } = track;
      return { readyState, getSettings: () => ({ deviceId }) };
    },
    open: async (deviceId: string | undefined) => {
      track.readyState = "ended";
      track.opened.push(deviceId);
      if (!works(deviceId)) throw new Error(`${deviceId} is in use`);
      track.readyState = "live";
      track.deviceId = deviceId ?? "front";
    },
  };
  return track;
}

test("where the other camera does not start, the one before goes on", async () => {
  const track = fakeTrack((id) => id === "front");
  const change = await changeCapture(track, () => track.open("back"), track.open);
  expect(change).toEqual({ is: "kept", error: new Error("back is in use") });
  expect(track).toMatchObject({ readyState: "live", deviceId: "front" });
});

test("where that one does not come back either, it is lost, for the first reason", async () => {
  const track = fakeTrack(() => false);
  const change = await changeCapture(track, () => track.open("back"), track.open);
  expect(change).toEqual({ is: "lost", error: new Error("back is in use") });
  expect(track.opened).toEqual(["back", "front"]);
});

test("nothing is opened again that changed, still runs, or is off", async () => {
  const changed = fakeTrack(() => true);
  expect(await changeCapture(changed, () => changed.open("back"), changed.open)).toEqual({
    is: "changed",
  });
  const fails = () => Promise.reject(new Error("no"));
  const running = fakeTrack(() => true);
  expect(await changeCapture(running, fails, running.open)).toMatchObject({ is: "kept" });
  const off = { ...fakeTrack(() => true), isMuted: true };
  expect(await changeCapture(off, fails, off.open)).toMatchObject({ is: "kept" });
  expect([changed.opened, running.opened, off.opened]).toEqual([["back"], [], []]);
});
