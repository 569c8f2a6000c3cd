import {
  createMeeting,
  deleteMeeting,
  expect,
  expectAccessible,
  expectInCall,
  expectToSee,
  joinAs,
  test,
} from "./fixtures";

test("axe finds nothing on any screen", async ({ person, stack, complaints }) => {
  test.setTimeout(150_000);
  complaints.allowed.push(/404|410/);
  const meeting = await createMeeting(stack, "Design review");
  const gone = await createMeeting(stack);
  await deleteMeeting(stack, gone);
  const ada = await person({ colorScheme: "light", reducedMotion: "reduce" });

  await test.step("landing page", async () => {
    await ada.goto("/");
    await expectAccessible(ada);
    await ada.goto("/?problem=invalid-code&code=hello");
    await expectAccessible(ada);
  });
  await test.step("pages that say no, and what was checked", async () => {
    for (const path of [
      "/meeting/zzz-zzzz-zzz",
      gone.path,
      "/nowhere",
      "/problems/rate-limited",
      "/accessibility",
    ]) {
      await ada.goto(path);
      await expectAccessible(ada);
    }
  });
  await test.step("before the call", async () => {
    await ada.goto(meeting.path);
    await expect(ada.getByRole("button", { name: "Turn off camera" })).toBeVisible();
    await expectAccessible(ada);
  });
  await test.step("alone in the call", async () => {
    await ada.getByLabel("Your name").fill("Ada");
    await ada.getByRole("button", { name: "Join now" }).click();
    await expectInCall(ada);
    await expectAccessible(ada);
  });
  await test.step("in company, with the list of people and a shared screen", async () => {
    const lena = await person({ colorScheme: "light", reducedMotion: "reduce" });
    await joinAs(lena, meeting.path, "Lena");
    await expectToSee(ada, "Lena");
    await lena.getByRole("button", { name: "Turn off camera" }).click();
    await ada.getByRole("button", { name: /^People/ }).click();
    await expectAccessible(ada);
    await lena.getByRole("button", { name: "Share screen" }).click();
    await expectToSee(ada, "Lena’s screen");
    await expectAccessible(ada);
    await expectAccessible(lena);
  });
  await test.step("after the call", async () => {
    await ada.getByRole("button", { name: "Leave" }).click();
    await expect(ada.getByRole("heading", { name: "You left" })).toBeVisible();
    await expectAccessible(ada);
  });
});
