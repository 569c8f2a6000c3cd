import type { Page } from "playwright/test";
import {
  audible,
  createMeeting,
  expect,
  expectAccessible,
  expectInCall,
  expectToHear,
  expectToSee,
  joinAs,
  loudness,
  test,
  tile,
  twoInACall,
} from "./fixtures";
import { said, silent, withoutCamera } from "./host-controls";
import { withSoundAsleep, withVoice } from "./sound";

declare global {
  interface Window {
    /** What the page captured, and its connections: for the script to take away and to count. */
    captured: MediaStreamTrack[];
    connections: RTCPeerConnection[];
    gone: string[];
    /** A second camera is plugged in. */
    hasSpare: boolean;
    /** The person took back that the page may use devices. */
    isRefused: boolean;
    isBusy: boolean;
    /** Reports on the camera that said nothing of being busy. */
    calmReports: number;
  }
}

/** A browser whose devices can go, and that can say it is busy. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    if (!navigator.mediaDevices) return;
    window.captured = [];
    window.connections = [];
    window.gone = [];
    window.hasSpare = false;
    window.isRefused = false;
    window.isBusy = false;
    window.calmReports = 0;
    const { mediaDevices } = navigator;
    const capture = mediaDevices.getUserMedia.bind(mediaDevices);
    const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
    const isGone = (label: string) => window.gone.includes(label);
    const device = { deviceId: "spare", groupId: "", label: "Spare camera" };
    const spare = { ...device, kind: "videoinput", toJSON: () => device } as const;
    mediaDevices.enumerateDevices = async () =>
      [...(await enumerate()), ...(window.hasSpare ? [spare] : [])].filter(
        ({ label }) => !isGone(label),
      );
    mediaDevices.getUserMedia = async (constraints) => {
      if (window.isRefused) throw new DOMException("Permission denied", "NotAllowedError");
      const isSpare = JSON.stringify(constraints)?.includes(spare.deviceId);
      const stream = await capture(isSpare ? { video: true } : constraints);
      const tracks = stream.getTracks();
      if (isSpare) {
        for (const track of tracks) {
          const settings = track.getSettings();
          track.getSettings = () => ({ ...settings, deviceId: spare.deviceId });
          Object.defineProperty(track, "label", { value: spare.label });
        }
      }
      if (tracks.some(({ label }) => isGone(label))) {
        for (const track of tracks) track.stop();
        throw new DOMException("It is gone", "NotFoundError");
      }
      window.captured.push(...tracks);
      return stream;
    };
    const Connection = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Connection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.connections.push(this);
      }
    };
    const getStats = RTCRtpSender.prototype.getStats;
    RTCRtpSender.prototype.getStats = async function () {
      const report = await getStats.call(this);
      if (!window.isBusy) {
        if (this.track?.kind === "video") window.calmReports += 1;
        return report;
      }
      const entries = new Map<string, unknown>(report.entries());
      for (const [id, entry] of report.entries()) {
        entries.set(id, { ...entry, qualityLimitationReason: "cpu" });
      }
      Object.defineProperty(report, "forEach", {
        value: (visit: (entry: unknown) => void) => {
          for (const entry of entries.values()) visit(entry);
        },
      });
      return report;
    };
  });
}

async function unplug(page: Page, label: string) {
  await page.evaluate((name) => {
    window.gone.push(name);
    for (const track of window.captured) {
      if (track.label !== name || track.readyState !== "live") continue;
      track.stop();
      track.dispatchEvent(new Event("ended"));
    }
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }, label);
}

const videoBytes = (page: Page, type: "inbound-rtp" | "outbound-rtp") =>
  page.evaluate(async (wanted) => {
    let bytes = 0;
    for (const connection of window.connections) {
      if (connection.connectionState !== "connected") continue;
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== wanted || entry.kind !== "video") continue;
        bytes += entry.bytesReceived ?? entry.bytesSent ?? 0;
      }
    }
    return bytes;
  }, type);

test("a device that goes in mid-call is replaced, and I am told; so is a busy computer", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person({ sends: "automatic" }), person()]);
  await watch(ada);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expectToHear(lena);
  await ada.keyboard.press(",");
  const settings = ada.getByRole("dialog", { name: "Settings" });
  for (const [label, device] of [
    ["Microphone", "Fake Audio Input 1"],
    ["Speaker", "Fake Audio Output 1"],
  ] as const) {
    const field = settings.getByLabel(label, { exact: true });
    await field.selectOption(device);
    // The one in use, which is another only once the change is through.
    await expect(field.locator("option:checked")).toHaveText(device);
  }
  await ada.keyboard.press("Escape");
  await unplug(ada, "Fake Audio Output 1");
  await expect(
    ada.getByText("The sound comes from “Fake Default Audio Output” now."),
  ).toBeVisible();
  await unplug(ada, "Fake Audio Input 1");
  await expect(
    ada.getByText(
      "“Fake Audio Input 1” is gone. Your microphone is “Fake Default Audio Input” now.",
    ),
  ).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
  await expectToHear(lena);

  await test.step("one chosen while it is off is opened, and sends nothing; if it goes, another is turned on", async () => {
    await ada.keyboard.press("m");
    await ada.keyboard.press(",");
    await settings.getByLabel("Microphone", { exact: true }).selectOption("Fake Audio Input 2");
    const open = () =>
      ada.evaluate(() =>
        window.captured
          .filter(({ kind, readyState }) => kind === "audio" && readyState === "live")
          .map(({ label, enabled }) => `${label}: ${enabled ? "on" : "off"}`),
      );
    await expect.poll(open).toEqual(["Fake Audio Input 2: off"]);
    await ada.keyboard.press("Escape");
    await unplug(ada, "Fake Audio Input 2");
    await ada.keyboard.press("m");
    await expect(
      ada.getByText(
        "“Fake Audio Input 2” is gone. Your microphone is “Fake Default Audio Input” now.",
      ),
    ).toBeVisible();
    await expectToHear(lena);
  });

  await ada.evaluate(() => {
    window.isBusy = true;
  });
  await expect(ada.getByText(/This computer is busy.*360p/)).toBeVisible({ timeout: 15_000 });
  const lines = () =>
    tile(ada, "Ada (you)")
      .locator("video")
      .evaluate((video) => (video instanceof HTMLVideoElement ? video.videoHeight : 0));
  await expect.poll(lines).toBe(360);

  await test.step("the settings say so; trying again, or choosing anew, sends it larger", async () => {
    const isBusy = (now: boolean) =>
      ada.evaluate((value) => {
        window.isBusy = value;
        window.calmReports = 0;
      }, now);
    const limited = settings.getByText(/This computer was busy.*360p at most/);
    await isBusy(false);
    await ada.keyboard.press(",");
    await ada.getByRole("tab", { name: "Picture" }).click();
    await expect(limited).toBeVisible();
    await expectAccessible(ada);
    await settings.getByRole("button", { name: "Try again" }).click();
    await expect(limited).toHaveCount(0);
    const choice = settings.getByRole("group", { name: "Your camera is sent with up to" });
    await expect(choice.getByRole("radio", { name: "Automatic" })).toBeFocused();
    await expect.poll(lines).toBe(720);
    await expect.poll(() => ada.evaluate(() => window.calmReports)).toBeGreaterThan(0);
    await isBusy(true);
    await expect(limited).toBeVisible({ timeout: 15_000 });
    await settings.getByRole("radio", { name: "720p" }).check();
    await expect(limited).toHaveCount(0);
    await expect.poll(lines).toBe(720);
    await ada.keyboard.press("Escape");
  });

  await test.step("a camera that goes while it is off is replaced when it is turned on", async () => {
    await ada.getByRole("button", { name: "Turn off camera" }).click();
    await ada.evaluate(() => {
      window.hasSpare = true;
    });
    await unplug(ada, "fake_device_0");
    await ada.getByRole("button", { name: "Turn on camera" }).click();
    await expect(
      ada.getByText("“fake_device_0” is gone. Your camera is “Spare camera” now."),
    ).toBeVisible();
    await unplug(ada, "Spare camera");
    await expect(ada.getByText(/No camera was found. Connect one/)).toBeVisible();
    await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
  });

  await test.step("a permission that is taken back is no device that is gone", async () => {
    await ada.evaluate(() => {
      window.isRefused = true;
    });
    await unplug(ada, "Fake Default Audio Input");
    await expect(ada.getByText(/This browser may not use your microphone/)).toBeVisible();
    await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  });
});

test("with audio only no picture is sent or received, and one click brings them back", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(), person()]);
  await watch(ada);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expectToSee(ada, "Lena");
  await ada.keyboard.press(",");
  await ada.getByRole("tab", { name: "Picture" }).click();
  await ada.getByRole("switch", { name: "Audio only" }).check();
  await ada.keyboard.press("Escape");
  await expect(
    ada.getByText("Audio only: no pictures are sent or received.").first(),
  ).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
  // What was on its way has arrived: while somebody is heard, not a byte of pictures goes either way.
  const count = async () =>
    (await videoBytes(ada, "inbound-rtp")) + (await videoBytes(ada, "outbound-rtp"));
  await expect
    .poll(async () => {
      const before = await count();
      await expectToHear(ada);
      return (await count()) - before;
    })
    .toBe(0);
  await expectAccessible(ada);
  await ada.getByRole("button", { name: "Show pictures" }).click();
  await expectToSee(ada, "Lena");
  await expectToSee(lena, "Ada");
});

test("the curious see figures of every track, and can take them along", async ({
  person,
  stack,
}) => {
  const { lena } = await twoInACall(person, stack);
  await lena.getByRole("button", { name: "More", exact: true }).click();
  await lena.getByRole("menuitem", { name: "Statistics" }).click();
  const figures = lena.getByRole("region", { name: "Ada: camera" });
  await expect(figures.getByText(/[1-9][\d,]* kbit\/s/)).toBeVisible({ timeout: 15_000 });
  await expect(figures.getByText("VP8")).toBeVisible();
  await expectAccessible(lena);
  await lena.getByRole("button", { name: "Copy as text" }).click();
  await expect(lena.getByText("Copied.")).toBeVisible();
  expect(await lena.evaluate(() => navigator.clipboard.readText())).toContain(
    "Ada: camera\nBitrate",
  );
});

test("I turn somebody down for me, and they stay so when they come back", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack);
  const volumes = () =>
    lena.evaluate(() => [...document.querySelectorAll("audio")].map(({ volume }) => volume));
  const askVolume = async (page: Page, name: string) => {
    await tile(page, name).hover();
    await tile(page, name)
      .getByRole("button", { name: `More about ${name}` })
      .click();
    await page.getByRole("menuitem", { name: "Volume for me" }).click();
  };
  await askVolume(lena, "Ada");
  const slider = lena.getByRole("slider");
  await expect(slider).toBeFocused();
  for (let step = 0; step < 10; step += 1) await lena.keyboard.press("ArrowLeft");
  await expect(lena.getByRole("status").filter({ hasText: "50 %" })).toBeVisible();
  await expectAccessible(lena);
  await lena.keyboard.press("Escape");
  await expect.poll(volumes).toContain(0.5);
  await ada.reload();
  await expectInCall(ada);
  await expectToSee(lena, "Ada");
  await expect.poll(volumes).toEqual([0.5]);

  await test.step("where nothing can be softer, as on iPhones, one still does not hear them", async () => {
    await ada.evaluate(() =>
      Object.defineProperty(HTMLMediaElement.prototype, "volume", { get: () => 1, set: () => {} }),
    );
    await askVolume(ada, "Lena");
    await ada.getByRole("button", { name: "Do not hear them" }).click();
    await expect(ada.getByRole("slider")).toHaveCount(0);
    await expect.poll(() => loudness(ada, audible)).toBeLessThan(audible);
    await ada.getByRole("button", { name: "Hear them again" }).click();
    await expectToHear(ada);
  });
});

test("a microphone that gives nothing is said once, with what to do", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const ada = await person();
  await withSoundAsleep(ada);
  await ada.addInitScript(() => {
    if (!navigator.mediaDevices) return;
    const { mediaDevices } = navigator;
    const capture = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await capture(constraints);
      const silence = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
      for (const track of stream.getAudioTracks()) {
        stream.removeTrack(track);
        for (const silent of silence) stream.addTrack(silent);
      }
      return stream;
    };
  });
  await joinAs(ada, meeting.path, "Ada");
  // As after a reload straight into the call, where nothing was pressed yet.
  await ada.keyboard.press("Shift");
  await expect(ada.getByText(/Your microphone is on, but gives no sound/)).toBeVisible({
    timeout: 20_000,
  });
  await ada.getByRole("button", { name: "Check" }).click();
  await expect(
    ada.getByRole("dialog", { name: "Settings" }).getByLabel("Microphone", { exact: true }),
  ).toBeVisible();
});

test("who talks while muted is told; who came in muted is not listened to", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await withoutCamera(await person());
  await withVoice(ada, "chosen");
  await joinAs(ada, meeting.path, "Ada");
  await ada.keyboard.press("m");
  await ada.keyboard.press(",");
  const settings = ada.getByRole("dialog", { name: "Settings" });
  await settings.getByLabel("Microphone", { exact: true }).selectOption("Fake Audio Input 1");
  // Its level is seen while it is off: every bar stands up.
  await expect(settings.locator('[style="transform: scaleY(1);"]')).toHaveCount(24);
  const hint = said(ada, "You are talking, but your microphone is off.");
  await expect(hint).toBeVisible({ timeout: 15_000 });
  await hint.locator("..").getByRole("button", { name: "Turn on microphone" }).click();
  await ada.keyboard.press("Escape");
  await expect(ada.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
  // Who speaks is also seen where the system's own colours leave no shadows.
  await ada.emulateMedia({ forcedColors: "active" });
  const ring = tile(ada, "Ada (you)").locator("> div").last();
  await expect(ring).toHaveCSS("outline-style", "solid");
  await ada.emulateMedia({ forcedColors: null });

  const lena = await silent(await person());
  await watch(lena);
  await joinAs(lena, meeting.path, "Lena");
  await expect(tile(lena, "Ada")).toBeVisible();
  expect(await lena.evaluate(() => window.captured.length)).toBe(0);
});
