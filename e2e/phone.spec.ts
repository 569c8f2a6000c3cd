// A phone in the hand: fingers that swipe and pinch, and a phone that is turned.
import type { Page } from "playwright/test";
import { bringCrowd } from "./crowd";
import { comeIn, createMeeting, expect, expectToSee, joinAs, test, tile } from "./fixtures";
import { hangsOver } from "./hangs-over";
import { openPeople, said, silent, withoutCamera } from "./host-controls";

declare global {
  interface Window {
    /** Where cameras look that do not start. */
    broken: string[];
  }
}

const upright = { width: 390, height: 844 };
const onItsSide = { width: 844, height: 390 };
const phone = { viewport: upright, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

type Point = [x: number, y: number];

/** Fingers that go from one place to another: one list of points for each moment. */
async function draw(page: Page, moments: readonly (readonly Point[])[]) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const [first = [], ...rest] = moments;
  await touch("touchStart", first);
  for (const points of rest) await touch("touchMove", points);
  await touch("touchEnd", []);
  await session.detach();
}

const steps = [0, 1, 2, 3, 4, 5] as const;

/** One finger, drawn across. */
const swipe = (page: Page, from: Point, by: number) =>
  draw(
    page,
    steps.map((step) => [[from[0] + (by * step) / 5, from[1]]]),
  );

test("on a phone I swipe to more people, look closely at a screen with two fingers, and turn the phone", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const link = `${stack.url}${meeting.path}`;
  const crowd = await bringCrowd(link, "--people", "9", "--screens", "1");
  const ada = await withoutCamera(await person(phone));
  await joinAs(ada, meeting.path, "Ada");
  const screen = tile(ada, "Lena Fischer’s screen");
  await expectToSee(ada, "Lena Fischer’s screen");

  await test.step("a swipe turns the page, and back", async () => {
    const people = () =>
      ada
        .locator("[data-tile=person]")
        .evaluateAll((tiles) => tiles.map((each) => each.ariaLabel).sort());
    const pages = ada.getByText(/^1 of \d$/);
    await expect(pages).toBeVisible();
    const first = await people();
    const strip = await ada.locator("[data-tile=person]").first().boundingBox();
    const y = (strip?.y ?? 0) + 40;
    await swipe(ada, [300, y], -220);
    await expect(ada.getByText(/^2 of \d$/)).toBeVisible();
    await expect.poll(people).not.toEqual(first);
    await swipe(ada, [80, y], 220);
    await expect(pages).toBeVisible();
    await expect.poll(people).toEqual(first);
    // Along the page is no swipe.
    await draw(
      ada,
      steps.map((step) => [[200 - step * 14, y - step * 30]]),
    );
    await expect(pages).toBeVisible();
  });

  await test.step("two fingers enlarge, one moves what is enlarged, and turns no page", async () => {
    const box = await screen.boundingBox();
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    await draw(
      ada,
      steps.map((step) => [
        [x - 20 - step * 20, y],
        [x + 20 + step * 20, y],
      ]),
    );
    const closeness = async () =>
      Number.parseInt((await screen.getByRole("status").textContent()) ?? "", 10);
    await expect.poll(closeness).toBeGreaterThan(200);
    const left = () =>
      screen.locator("video").evaluate((video) => video.getBoundingClientRect().left);
    // What was let go glides to its place.
    await ada.waitForTimeout(500);
    const before = await left();
    await swipe(ada, [x, y], -90);
    await expect.poll(left).toBeLessThan(before - 40);
    await expect(ada.getByText(/^1 of \d$/)).toBeVisible();
    // A tap is taken for what stops a page, as long as it glides.
    await expect
      .poll(async () => {
        const now = await left();
        await ada.waitForTimeout(500);
        return (await left()) - now;
      })
      .toBe(0);
    await screen.getByRole("button", { name: "Whole screen" }).tap();
    await expect.poll(closeness).toBe(100);
  });

  for (const [how, viewport] of Object.entries({ onItsSide, upright })) {
    await test.step(`the phone is turned: ${how}`, async () => {
      await ada.setViewportSize(viewport);
      await expect
        .poll(async () => {
          const box = await screen.boundingBox();
          return ((box?.width ?? 0) * (box?.height ?? 0)) / (viewport.width * viewport.height);
        })
        .toBeGreaterThan(0.35);
      await expect.poll(() => hangsOver(ada)).toEqual([]);
      for (const name of ["Turn off microphone", "Chat", "More", "Leave"]) {
        const box = await ada.getByRole("button", { name, exact: true }).boundingBox();
        expect(box?.height ?? 0, name).toBeGreaterThanOrEqual(44);
        expect((box?.y ?? 999) + (box?.height ?? 0), name).toBeLessThanOrEqual(viewport.height);
      }
    });
  }

  await test.step("with the keyboard one comes by the buttons in the order that one sees", async () => {
    await ada.getByRole("button", { name: "Chat", exact: true }).focus();
    const next = async () => {
      await ada.keyboard.press("Tab");
      return await ada.evaluate(() => document.activeElement?.ariaLabel);
    };
    expect(await next()).toBe("More");
    await ada.keyboard.press("Tab");
    await expect(ada.getByRole("button", { name: "Leave", exact: true })).toBeFocused();
  });
  await crowd.leave();
});

test("on a phone that lies on its side nothing is under the notch", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person({ ...phone, viewport: onItsSide }));
  const session = await ada.context().newCDPSession(ada);
  const notch = 59;
  await session.send("Emulation.setSafeAreaInsetsOverride", {
    insets: { left: notch, right: notch, bottom: 21 },
  });
  /** What is to be read or pressed, and stands too far out; where one may press reaches a little further. */
  const under = (places: string) =>
    ada.evaluate(
      ([all = "", inset]) =>
        [...document.querySelectorAll(all)].flatMap((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          const most = Number(inset) - 8;
          const isOut = left < most || right > window.innerWidth - most;
          return width > 1 && isOut ? [element.outerHTML.slice(0, 120)] : [];
        }),
      [places, String(notch)],
    );
  const pressable = "a, button:not(nav *), input, h1, h2";
  await ada.goto("/");
  expect(await under(pressable)).toEqual([]);
  await ada.goto(meeting.path);
  await expect(ada.getByLabel("Your name")).toBeVisible();
  expect(await under(pressable)).toEqual([]);
  await comeIn(ada, "Ada");
  await ada.getByRole("button", { name: "Copy invitation" }).click();
  await expect(said(ada, /Invitation copied/)).toBeVisible();
  expect(await under(pressable)).toEqual([]);
  await openPeople(ada);
  expect(await under(`${pressable}, aside, [data-tile]`)).toEqual([]);
  expect(await hangsOver(ada)).toEqual([]);
});

/** A phone's two cameras, made of the one that there is. */
async function withTwoCameras(page: Page) {
  await page.addInitScript(() => {
    if (!navigator.mediaDevices) return;
    window.broken = [];
    const facing = new WeakMap<MediaStreamTrack, string>();
    const { mediaDevices } = navigator;
    const capture = mediaDevices.getUserMedia.bind(mediaDevices);
    const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
    const back = {
      deviceId: "back",
      groupId: "",
      kind: "videoinput",
      label: "Back camera",
    } as const;
    mediaDevices.enumerateDevices = async () => [
      ...(await enumerate()),
      { ...back, toJSON: () => back },
    ];
    mediaDevices.getUserMedia = async (constraints) => {
      if (!constraints?.video) return await capture(constraints);
      const { deviceId, facingMode, ...size } =
        constraints.video === true ? {} : { ...constraints.video };
      const isBack = facingMode === "environment" || JSON.stringify(deviceId)?.includes("back");
      const way = isBack ? "environment" : "user";
      if (window.broken.includes(way)) throw new DOMException("In use", "NotReadableError");
      const isAny = Object.keys(size).length === 0;
      const stream = await capture({ ...constraints, video: isAny ? true : size });
      for (const track of stream.getVideoTracks()) facing.set(track, way);
      return stream;
    };
    const settings = MediaStreamTrack.prototype.getSettings;
    MediaStreamTrack.prototype.getSettings = function () {
      const real = settings.call(this);
      const way = facing.get(this);
      if (way === undefined) return real;
      return { ...real, facingMode: way, ...(way === "user" ? {} : { deviceId: "back" }) };
    };
  });
}

test("I flip the camera: the picture stays as large, and where the other one does not start I am told", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person({ ...phone, sends: "automatic" });
  await withTwoCameras(ada);
  await joinAs(ada, meeting.path, "Ada");
  const picture = tile(ada, "Ada (you)").locator("video");
  const lines = () =>
    picture.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoHeight : 0));
  const flip = async () => {
    await ada.getByRole("button", { name: "More", exact: true }).click();
    await ada.getByRole("menuitem", { name: "Flip camera" }).click();
  };
  const breaks = (...ways: string[]) =>
    ada.evaluate((broken) => {
      window.broken = broken;
    }, ways);
  await expect.poll(lines).toBe(720);
  await expect(picture.locator("..")).toHaveClass(/-scale-x-100/);

  await flip();
  await expect(said(ada, "The camera looks away from you now.")).toBeVisible();
  await expect(picture.locator("..")).not.toHaveClass(/-scale-x-100/);
  await expect.poll(lines).toBe(720);

  await test.step("the other one is in use: the one before goes on", async () => {
    await breaks("user");
    await flip();
    await expect(
      said(ada, "The other camera did not start. The one before is still in use."),
    ).toBeVisible();
    await expectToSee(ada, "Ada (you)");
    await expect.poll(lines).toBe(720);
    await expect(picture.locator("..")).not.toHaveClass(/-scale-x-100/);
  });

  await test.step("neither starts: the camera is off, and comes back when it can", async () => {
    await breaks("user", "environment");
    await flip();
    await expect(said(ada, /The camera did not start; another program/)).toBeVisible();
    await expect(said(ada, /A host turned/)).toHaveCount(0);
    const on = ada.getByRole("button", { name: "Turn on camera" });
    await expect(on).toBeVisible();
    await breaks();
    await on.click();
    await expectToSee(ada, "Ada (you)");
  });
});
