import {
  createMeeting,
  expect,
  expectAccessible,
  expectInCall,
  expectToHear,
  expectToSee,
  serverAway,
  test,
  tile,
  twoInACall,
} from "./fixtures";

test("LiveKit is restarted in the middle of the call, and we are back by ourselves", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const { ada, lena } = await twoInACall(person, stack);

  await stack.livekit.kill();
  await expect(ada.getByText(/Lost the connection/).first()).toBeVisible();
  await expectAccessible(ada);
  await stack.livekit.start();
  await expectToSee(lena, "Ada", 30_000);
  await expectToSee(ada, "Lena", 30_000);
  await expect(ada.getByText(/Lost the connection/)).toHaveCount(0);
  await expect(tile(ada, "Lena")).toHaveCount(1);
  await expectToHear(lena);
  for (const [page, name] of [
    [lena, "Ada"],
    [lena, "Lena (you)"],
    [ada, "Lena"],
  ] as const) {
    await expect(tile(page, name).getByText("Microphone off")).toHaveCount(0);
  }

  await test.step("after ten minutes without it I am told, and come back when I say so", async () => {
    await stack.livekit.kill();
    try {
      await expect(ada.getByText(/Lost the connection/).first()).toBeVisible();
      await ada.evaluate(() => {
        const now = Date.now;
        Date.now = () => now() + 601_000;
      });
      await expect(ada.getByRole("heading", { name: "The connection is gone" })).toBeVisible();
      await expectAccessible(ada);
    } finally {
      await stack.livekit.start();
    }
    await ada.getByRole("button", { name: "Try again" }).click();
    await expectInCall(ada);
  });
});

test("the app is restarted in the middle of the call, and nobody notices", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const { ada, lena } = await twoInACall(person, stack);
  await stack.restartApp();
  await expectToSee(lena, "Ada");
  await ada.reload();
  await expectInCall(ada);
  await expectToSee(lena, "Ada");
});

test("LiveKit and the app go away together, and both come back", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const { ada, lena } = await twoInACall(person, stack);
  await Promise.all([stack.livekit.kill(), stack.stopApp()]);
  await expect(ada.getByText(/Lost the connection/).first()).toBeVisible();
  await stack.livekit.start();
  await stack.startApp();
  await expectToSee(lena, "Ada", 30_000);
});

test("my network is away for 15 seconds, and I am back by myself", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const { ada, lena } = await twoInACall(person, stack);
  // WebRTC does not obey the browser's offline switch: a LiveKit that answers nobody is a network away.
  await ada.context().setOffline(true);
  stack.livekit.freeze();
  await expect(ada.getByText(/Lost the connection/).first()).toBeVisible({ timeout: 30_000 });
  await ada.waitForTimeout(15_000);
  stack.livekit.thaw();
  await ada.context().setOffline(false);
  await expectToSee(lena, "Ada", 30_000);
  await expectToSee(ada, "Lena", 30_000);
});

test("while LiveKit is away the page before the call says so, and lets me in when it is back", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const meeting = await createMeeting(stack);
  const ada = await person();
  await stack.livekit.kill();
  try {
    await ada.goto(meeting.path);
    await ada.getByLabel("Your name").fill("Ada");
    await ada.getByRole("button", { name: "Join now" }).click();
    await expect(ada.getByRole("alert").filter({ hasText: /\S/ }).first()).toBeVisible();
  } finally {
    await stack.livekit.start();
  }
  await expectInCall(ada);
});

test("what I turn off while LiveKit is away stays off when it is back, and a key let go ends my talking", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const { ada, lena } = await twoInACall(person, stack);
  const away = async () => {
    await stack.livekit.kill();
    await expect(ada.getByText(/Lost the connection/).first()).toBeVisible();
    // The first tries to come back have failed by then: nothing is connected, and nothing published.
    await ada.waitForTimeout(3_000);
  };
  const button = (what: string) => ada.getByRole("button", { name: what, exact: true });

  // Turned off, on, off, and the camera off, all in between.
  await away();
  await ada.keyboard.press("m");
  await expect(button("Turn on microphone")).toBeVisible();
  await ada.keyboard.press("m");
  await expect(button("Turn off microphone")).toBeVisible();
  await ada.keyboard.press("m");
  await ada.keyboard.press("v");
  await expect(button("Turn on camera")).toBeVisible();
  await stack.livekit.start();
  const off = tile(lena, "Ada").getByText("Microphone off");
  await expect(off).toBeAttached({ timeout: 30_000 });
  await expect(tile(lena, "Ada").locator("video")).toHaveCount(0);
  await expect(button("Turn on microphone")).toBeVisible();

  // Turned on in between.
  await away();
  await ada.keyboard.press("v");
  await expect(button("Turn off camera")).toBeVisible();
  await stack.livekit.start();
  await expectToSee(lena, "Ada", 30_000);

  // Talking when it goes, and silent by the time it is back.
  await ada.keyboard.down("Space");
  await expect(off).toHaveCount(0);
  await away();
  await ada.keyboard.up("Space");
  await expect(button("Turn on microphone")).toBeVisible();
  await stack.livekit.start();
  await expectToSee(lena, "Ada", 30_000);
  await expect(off).toBeAttached();
  await expect(button("Turn on microphone")).toBeVisible();
});
