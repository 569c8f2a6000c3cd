import {
  createMeeting,
  expect,
  expectHere,
  expectToSee,
  joinAs,
  test,
  tile,
  twoInACall,
} from "./fixtures";
import { withoutCamera } from "./host-controls";

test("the others see at once that I muted myself and turned my camera off", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack, { sends: "automatic" });

  await ada.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(tile(lena, "Ada").getByText("Microphone off")).toBeAttached();
  await ada.getByRole("button", { name: "Turn on microphone" }).click();
  await expect(tile(lena, "Ada").getByText("Microphone off")).toHaveCount(0);

  await ada.getByRole("button", { name: "Turn off camera" }).click();
  await expect(tile(lena, "Ada").locator("video")).toHaveCount(0);
  await ada.getByRole("button", { name: "Turn on camera" }).click();
  await expectToSee(lena, "Ada");
});

test("what I had turned off before joining is off inside", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const ada = await person();
  await ada.goto(meeting.path);
  await ada.getByRole("button", { name: "Turn off microphone" }).click();
  await ada.getByRole("button", { name: "Turn off camera" }).click();
  await ada.getByLabel("Your name").fill("Ada");
  await ada.getByRole("button", { name: "Join now" }).click();
  await expect(ada.getByRole("button", { name: "Leave" })).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
  await expect(tile(ada, "Ada (you)").locator("video")).toHaveCount(0);
});

test("a shared screen takes the stage of everybody else, and goes when I stop", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack);

  await ada.getByRole("button", { name: "Share screen" }).click();
  await expectToSee(lena, "Ada’s screen");
  const screen = await tile(lena, "Ada’s screen").boundingBox();
  const face = await tile(lena, "Ada").boundingBox();
  expect(screen?.width ?? 0).toBeGreaterThan((face?.width ?? 0) * 2);

  await ada.getByRole("button", { name: "Stop sharing" }).first().click();
  await expect(tile(lena, "Ada’s screen")).toHaveCount(0);
  await expect(ada.getByRole("log").getByText("You no longer share your screen")).toBeAttached();
});

test("the list of people says who is here and whose microphone is off", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack);
  await lena.getByRole("button", { name: "Turn off microphone" }).click();

  await ada.getByRole("button", { name: /^People/ }).click();
  const list = ada.getByRole("list", { name: /people/i });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByRole("listitem").filter({ hasText: "Lena" })).toContainText(
    "Microphone off",
  );
  await ada.keyboard.press("Escape");
  await expect(list).toHaveCount(0);

  await test.step("on a screen that is touched, too, a finger brings the bar back and presses nothing by that", async () => {
    const bar = ada.getByRole("region", { name: "Call controls" });
    const off = bar.getByRole("button", { name: "Turn off microphone" });
    const { x, y, width, height } = (await off.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    const session = await ada.context().newCDPSession(ada);
    const tap = async () => {
      const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
      // As long as fingers stay.
      await ada.waitForTimeout(80);
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await ada.mouse.click(600, 300);
    await expect(bar).toHaveCSS("opacity", "0");
    await tap();
    await expect(bar).toHaveCSS("opacity", "1");
    await expect(off).toBeVisible();
    await tap();
    await expect(bar.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  });
});

test("the screen stays on, and buttons outside the page turn the microphone off and hang up", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([
    person({ permissions: ["screen-wake-lock"] }).then(withoutCamera),
    person().then(withoutCamera),
  ]);
  await ada.addInitScript(() => {
    const handlers = new Map<string, () => void>();
    const locks: WakeLockSentinel[] = [];
    Object.assign(window, { handlers, locks });
    const { mediaSession, wakeLock } = navigator;
    const setHandler = mediaSession.setActionHandler.bind(mediaSession);
    mediaSession.setActionHandler = (action, handler) => {
      setHandler(action, handler);
      handlers.set(action, () => handler?.({ action }));
    };
    const request = wakeLock.request.bind(wakeLock);
    wakeLock.request = async (type) => {
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
  });
  const press = (action: string) =>
    ada.evaluate((which) => Reflect.get(window, "handlers").get(which)(), action);
  const locks = () =>
    ada.evaluate(() =>
      Reflect.get(window, "locks").map(({ released }: WakeLockSentinel) => released),
    );
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expectHere(lena, "Ada");
  await expect.poll(locks).toContain(false);
  const off = tile(lena, "Ada").getByText("Microphone off");
  await expect(off).toHaveCount(0);
  await press("togglemicrophone");
  await expect(off).toBeAttached();
  await expect(ada.getByRole("log").getByText("Microphone off")).toBeAttached();
  await press("togglemicrophone");
  await expect(off).toHaveCount(0);
  await press("hangup");
  await expect(ada.getByRole("heading", { name: "You left" })).toBeVisible();
  await expect.poll(locks).not.toContain(false);
});
