import { createMeeting, expect, expectToSee, test, tile, twoInACall } from "./fixtures";

test("the others see at once that I muted myself and turned my camera off", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack);

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
});
