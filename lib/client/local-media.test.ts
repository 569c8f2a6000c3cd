import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LocalMedia, type LocalMediaWish } from "./local-media";

class FakeTrack {
  isStopped = false;
  onended: (() => void) | null = null;
  readonly #deviceId: string;
  constructor(deviceId: string) {
    this.#deviceId = deviceId;
  }
  stop() {
    this.isStopped = true;
  }
  getSettings() {
    return { deviceId: this.#deviceId };
  }
}

interface Wanted {
  audio?: { deviceId?: { exact: string } };
  video?: { deviceId?: { exact: string } };
}

/** A browser with devices, permissions, and a record of what was asked of it. */
class FakeBrowser {
  asked: Wanted[] = [];
  permissions: Record<string, PermissionState> = { microphone: "granted", camera: "granted" };
  devices = [
    { kind: "audioinput", deviceId: "mic-1", label: "Desk microphone" },
    { kind: "videoinput", deviceId: "cam-1", label: "Built-in camera" },
    { kind: "audiooutput", deviceId: "out-1", label: "Headphones" },
  ];
  refuse: (wanted: Wanted) => Error | undefined = () => undefined;
  /** While set, requests wait for it. */
  gate: Promise<void> | undefined;
  tracks: FakeTrack[] = [];
  #events = new EventTarget();
  #permissionEvents = { microphone: new EventTarget(), camera: new EventTarget() };

  deviceChange() {
    this.#events.dispatchEvent(new Event("devicechange"));
  }

  permit(kind: "microphone" | "camera", state: PermissionState) {
    this.permissions[kind] = state;
    this.#permissionEvents[kind].dispatchEvent(new Event("change"));
  }

  navigator() {
    const browser = this;
    return {
      userAgent: "Mozilla/5.0 (X11; Linux x64) Chrome/156.0.0.0 Safari/537.36",
      permissions: {
        query: async ({ name }: { name: "microphone" | "camera" }) => ({
          get state() {
            return browser.permissions[name];
          },
          addEventListener: browser.#permissionEvents[name].addEventListener.bind(
            browser.#permissionEvents[name],
          ),
        }),
      },
      mediaDevices: {
        addEventListener: this.#events.addEventListener.bind(this.#events),
        enumerateDevices: async () => this.devices,
        getUserMedia: async (wanted: Wanted) => {
          this.asked.push(wanted);
          await this.gate;
          const error = this.refuse(wanted);
          if (error) throw error;
          const audio = wanted.audio
            ? [new FakeTrack(wanted.audio.deviceId?.exact ?? "mic-1")]
            : [];
          const video = wanted.video
            ? [new FakeTrack(wanted.video.deviceId?.exact ?? "cam-1")]
            : [];
          this.tracks.push(...audio, ...video);
          return {
            getAudioTracks: () => audio,
            getVideoTracks: () => video,
            getTracks: () => [...audio, ...video],
          };
        },
      },
    };
  }
}

const failure = (name: string, message = "") => Object.assign(new Error(message), { name });

let browser: FakeBrowser;
const opened: LocalMedia[] = [];
beforeEach(() => {
  browser = new FakeBrowser();
  vi.stubGlobal("navigator", browser.navigator());
  vi.stubGlobal("isSecureContext", true);
});
afterEach(() => {
  for (const media of opened.splice(0)) media.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start(wish: Partial<LocalMediaWish> = {}) {
  const media = new LocalMedia({ microphoneOn: true, cameraOn: true, ...wish });
  opened.push(media);
  media.start();
  return media;
}

const states = (media: LocalMedia) => {
  const { microphone, camera } = media.state();
  return [microphone, camera].map((each) => (each.is === "failed" ? each.reason : each.is));
};

test("both devices are asked for in one question", async () => {
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "on"]));
  expect(browser.asked).toHaveLength(1);
  expect(media.state()).toMatchObject({ microphoneId: "mic-1", cameraId: "cam-1" });
});

test("devices switched off are not asked for at all", async () => {
  const media = start({ microphoneOn: false, cameraOn: false });
  await vi.waitFor(() => expect(media.state().cameras).toHaveLength(1));
  expect(states(media)).toEqual(["off", "off"]);
  expect(browser.asked).toEqual([]);
});

test("without a camera the microphone still opens", async () => {
  browser.devices = browser.devices.filter((device) => device.kind !== "videoinput");
  browser.refuse = (wanted) => (wanted.video ? failure("NotFoundError") : undefined);
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "missing"]));
  expect(media.handOver()).toMatchObject({ microphone: { on: true }, camera: { on: false } });
});

test("a camera plugged in later opens by itself", async () => {
  browser.refuse = (wanted) => (wanted.video ? failure("NotFoundError") : undefined);
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "missing"]));
  browser.refuse = () => undefined;
  browser.deviceChange();
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "on"]));
});

test("a refusal is not asked again by itself, and heals when the permission is given", async () => {
  browser.permissions = { microphone: "prompt", camera: "prompt" };
  browser.refuse = () => {
    browser.permissions = { microphone: "denied", camera: "denied" };
    return failure("NotAllowedError", "Permission denied");
  };
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["denied", "denied"]));
  expect(browser.asked).toHaveLength(1);
  browser.refuse = () => undefined;
  browser.permit("camera", "granted");
  await vi.waitFor(() => expect(states(media)[1]).toBe("on"));
});

test("a camera refused on an earlier visit does not keep the microphone away", async () => {
  browser.permissions = { microphone: "granted", camera: "denied" };
  browser.refuse = (wanted) => (wanted.video ? failure("NotAllowedError") : undefined);
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "denied"]));
});

test("a remembered device that is gone gives way to another", async () => {
  browser.refuse = (wanted) =>
    wanted.video?.deviceId ? failure("OverconstrainedError") : undefined;
  const media = start({ cameraId: "cam-old" });
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "on"]));
  expect(media.state().cameraId).toBe("cam-1");
});

test("another camera is chosen and the one before let go", async () => {
  const media = start({ microphoneOn: false });
  await vi.waitFor(() => expect(states(media)).toEqual(["off", "on"]));
  media.choose("camera", "cam-2");
  await vi.waitFor(() => expect(media.state().cameraId).toBe("cam-2"));
  await vi.waitFor(() => expect(states(media)).toEqual(["off", "on"]));
  expect(browser.tracks.map((track) => track.isStopped)).toEqual([true, false]);
});

test("switching off lets go of the device, also of one that is still opening", async () => {
  let open: () => void = () => undefined;
  browser.gate = new Promise((resolve) => {
    open = resolve;
  });
  const media = start({ microphoneOn: false });
  await vi.waitFor(() => expect(browser.asked).toHaveLength(1));
  media.turn("camera", false);
  open();
  await vi.waitFor(() => expect(browser.tracks[0]?.isStopped).toBe(true));
  expect(states(media)).toEqual(["off", "off"]);
});

test("a device that was allowed and does not start is given up", async () => {
  vi.useFakeTimers();
  browser.gate = new Promise(() => undefined);
  const media = start({ microphoneOn: false });
  await vi.advanceTimersByTimeAsync(10_100);
  expect(states(media)).toEqual(["off", "timeout"]);
});

test("somebody thinking about the question is not hurried", async () => {
  vi.useFakeTimers();
  browser.permissions = { microphone: "prompt", camera: "prompt" };
  browser.gate = new Promise(() => undefined);
  const media = start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(media.state().camera).toEqual({ is: "opening", isAsking: true });
});

test("what is handed over keeps running, what comes later is let go", async () => {
  const media = start({ cameraOn: false });
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "off"]));
  let open: () => void = () => undefined;
  browser.gate = new Promise((resolve) => {
    open = resolve;
  });
  media.turn("camera", true);
  await vi.waitFor(() => expect(browser.asked).toHaveLength(2));
  const handed = media.handOver();
  expect(handed.microphone.track).toBe(browser.tracks[0]);
  expect(handed.camera).toMatchObject({ on: true, track: undefined });
  open();
  await vi.waitFor(() => expect(browser.tracks[1]?.isStopped).toBe(true));
  media.close();
  expect(browser.tracks[0]?.isStopped).toBe(false);
});

test("an unplugged microphone is replaced by the next one", async () => {
  const media = start({ cameraOn: false });
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "off"]));
  browser.tracks[0]?.onended?.();
  await vi.waitFor(() => expect(browser.tracks).toHaveLength(2));
  await vi.waitFor(() => expect(states(media)).toEqual(["on", "off"]));
});

test("plain http is said to be the reason", async () => {
  vi.stubGlobal("isSecureContext", false);
  vi.stubGlobal("navigator", { userAgent: "Chrome/156" });
  const media = start();
  await vi.waitFor(() => expect(states(media)).toEqual(["insecure", "insecure"]));
});
