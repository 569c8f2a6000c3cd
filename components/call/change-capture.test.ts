import { expect, test } from "vitest";
import { changeCapture } from "./change-capture";

/** A track as LiveKit's: what is open is closed before the next is asked for. */
class FakeTrack {
  isMuted = false;
  deviceId = "front";
  readyState: MediaStreamTrackState = "live";
  readonly opened: (string | undefined)[] = [];
  readonly #works: (deviceId: string | undefined) => boolean;

  constructor(works: (deviceId: string | undefined) => boolean) {
    this.#works = works;
  }

  get mediaStreamTrack() {
    const { readyState, deviceId } = this;
    return { readyState, getSettings: () => ({ deviceId }) };
  }

  readonly open = async (deviceId: string | undefined) => {
    this.readyState = "ended";
    this.opened.push(deviceId);
    if (!this.#works(deviceId)) throw new Error(`${deviceId} is in use`);
    this.readyState = "live";
    this.deviceId = deviceId ?? "front";
  };
}

test("where the other camera does not start, the one before goes on", async () => {
  const track = new FakeTrack((id) => id === "front");
  const change = await changeCapture(track, () => track.open("back"), track.open);
  expect(change).toEqual({ is: "kept", error: new Error("back is in use") });
  expect(track).toMatchObject({ readyState: "live", deviceId: "front" });
});

test("where that one does not come back either, it is lost, for the first reason", async () => {
  const track = new FakeTrack(() => false);
  const change = await changeCapture(track, () => track.open("back"), track.open);
  expect(change).toEqual({ is: "lost", error: new Error("back is in use") });
  expect(track.opened).toEqual(["back", "front"]);
});

test("a microphone that is off goes back to the one before, too, as it is captured all the same", async () => {
  const track = new FakeTrack((id) => id === "front");
  track.isMuted = true;
  const change = await changeCapture(track, () => track.open("back"), track.open);
  expect(change).toMatchObject({ is: "kept" });
  expect(track).toMatchObject({ readyState: "live", deviceId: "front" });
});

test("nothing is opened again that changed, still runs, or is off", async () => {
  const changed = new FakeTrack(() => true);
  expect(await changeCapture(changed, () => changed.open("back"), changed.open)).toEqual({
    is: "changed",
  });
  const fails = () => Promise.reject(new Error("no"));
  const running = new FakeTrack(() => true);
  expect(await changeCapture(running, fails, running.open)).toMatchObject({ is: "kept" });
  const off = new FakeTrack(() => true);
  off.isMuted = true;
  off.readyState = "ended";
  expect(await changeCapture(off, fails, off.open)).toMatchObject({ is: "kept" });
  expect([changed.opened, running.opened, off.opened]).toEqual([["back"], [], []]);
});
