import {
  createMeeting,
  expect,
  expectInCall,
  expectToHear,
  expectToSee,
  joinAs,
  test,
  tile,
} from "./fixtures";
import { silent } from "./host-controls";

test("without a camera and a microphone I am told, and join all the same", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person({ devices: "none" }), person()]);
  await joinAs(lena, meeting.path, "Lena");
  await ada.goto(meeting.path);
  await expect(ada.getByText(/No (camera|microphone)/i).first()).toBeVisible();
  await ada.getByLabel("Your name").fill("Ada");
  await ada
    .getByRole("button", { name: /^Join (now|without)/ })
    .first()
    .click();
  await expectInCall(ada);
  await expectToSee(ada, "Lena");
  await expect(tile(lena, "Ada")).toHaveCount(1);
});

test("when I refused the camera, I am told how to allow it, and join all the same", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person({ devices: "refused" });
  await ada.goto(meeting.path);
  await expect(ada.getByRole("button", { name: "Try again" }).first()).toBeVisible();
  await ada.getByLabel("Your name").fill("Ada");
  await ada
    .getByRole("button", { name: /^Join (now|without)/ })
    .first()
    .click();
  await expectInCall(ada);
});

test("on a phone the whole way works and nothing hangs over the edge", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const phone = await person({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  const lena = await person();
  await joinAs(lena, meeting.path, "Lena");
  await phone.goto("/");
  const overhang = () =>
    phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await phone.getByLabel("Code or link").fill(meeting.id);
  await phone.getByRole("button", { name: "Join", exact: true }).click();
  await phone.getByLabel("Your name").fill("Ada");
  expect(await overhang()).toBeLessThanOrEqual(0);
  await phone.getByRole("button", { name: "Join now" }).click();
  await expectInCall(phone);
  await expectToSee(phone, "Lena");
  expect(await overhang()).toBeLessThanOrEqual(0);
  for (const name of ["Turn off microphone", "Turn off camera", "Leave"]) {
    const box = await phone.getByRole("button", { name }).boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  }
});

test("where the browser blocks sound, one click lets me hear", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(), person()]);
  // Playwright's own evaluations count as a touch of the page, so the browser's block is told to it.
  await ada.addInitScript(() => {
    let isTouched = false;
    const play = HTMLMediaElement.prototype.play;
    document.addEventListener(
      "click",
      ({ target }) => {
        if (target instanceof Element && target.textContent === "Click to hear") isTouched = true;
      },
      true,
    );
    HTMLMediaElement.prototype.play = function () {
      const isSilent = this.muted || this instanceof HTMLVideoElement;
      if (isTouched || isSilent) return play.call(this);
      this.autoplay = false;
      this.pause();
      return Promise.reject(new DOMException("Not touched yet", "NotAllowedError"));
    };
  });
  await joinAs(lena, meeting.path, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await ada.getByRole("button", { name: "Click to hear" }).click();
  await expectToHear(ada);
  await expect(ada.getByRole("button", { name: "Click to hear" })).toHaveCount(0);
});

test("a camera that opens and is never sent is said, and shown as off", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person();
  await ada.addInitScript(() => {
    const real = RTCPeerConnection.prototype.addTransceiver;
    RTCPeerConnection.prototype.addTransceiver = function (track, init) {
      if (track instanceof MediaStreamTrack && track.kind === "video") throw new Error("No room.");
      return real.call(this, track, init);
    };
  });
  await joinAs(ada, meeting.path, "Ada");
  await expect(ada.getByText(/The camera did not start. Turn it on/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
});

test("a menu has its devices at once; it is chosen from by drawing to an entry, not by letting go of its button", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  const more = ada.getByRole("button", { name: "More", exact: true });
  const speaker = ada.getByRole("menuitemradio", { name: "Fake Audio Output 1" });
  const settings = ada.getByRole("menuitem", { name: "Settings" });
  await more.click();
  await expect(speaker).toBeVisible();
  await ada.keyboard.press("Escape");
  await expect(speaker).toHaveCount(0);
  await ada.evaluate(() => {
    navigator.mediaDevices.enumerateDevices = () => new Promise(() => undefined);
  });

  await more.hover();
  await ada.mouse.down();
  await expect(speaker).toBeVisible();
  const { x, y, width, height } = (await more.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  // As where the menu came to lie over its button before the hand let go.
  await settings.dispatchEvent("pointerup", {
    bubbles: true,
    clientX: x + width / 2,
    clientY: y + height / 2,
  });
  await expect(settings).toBeVisible();
  await settings.hover();
  await ada.mouse.up();
  await expect(ada.getByRole("dialog", { name: "Settings" })).toBeVisible();
});
