import {
  createMeeting,
  deleteMeeting,
  expect,
  expectAccessible,
  expectInCall,
  expectToSee,
  joinAs,
  livekitsFarewell,
  test,
  tile,
  twoInACall,
} from "./fixtures";

test("a reload brings me straight back in, as the same person, with my devices as they were", async ({
  person,
  stack,
}) => {
  const { ada, lena } = await twoInACall(person, stack, { sends: "automatic" });
  await ada.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();

  await ada.reload();
  await expectInCall(ada);
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  await expectToSee(lena, "Ada");
  await expect(tile(lena, "Ada")).toHaveCount(1);
  await expectToSee(ada, "Lena");
});

test("a second tab takes the call over when I say so", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const first = await person();
  await joinAs(first, meeting.path, "Ada");

  const second = await first.context().newPage();
  await second.goto(meeting.path);
  const here = second.getByRole("button", { name: "Use it here" });
  await expect(here).toBeVisible();
  await expectAccessible(second);
  await here.click();
  await expectInCall(second);
  await expect(
    first.getByRole("heading", { name: "You opened this meeting in another tab" }),
  ).toBeVisible();
  await expectAccessible(first);
  await expect(tile(second, "Ada (you)")).toHaveCount(1);
  await expect(tile(second, "Ada")).toHaveCount(0);
});

test("a second tab joins as someone else when I say so", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const first = await person();
  await joinAs(first, meeting.path, "Ada");

  const second = await first.context().newPage();
  await second.goto(meeting.path);
  await second.getByRole("button", { name: "Join as someone else" }).click();
  await second.getByLabel("Your name").fill("Ada's room");
  await second.getByRole("button", { name: "Join now" }).click();
  await expectInCall(second);
  await expect(tile(first, "Ada's room")).toHaveCount(1);
  await expect(first.getByRole("button", { name: "Leave" })).toBeVisible();
});

test("when the meeting is deleted, everybody inside is told", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...livekitsFarewell);
  const meeting = await createMeeting(stack);
  const ada = await person();
  await joinAs(ada, meeting.path, "Ada");
  await deleteMeeting(stack, meeting);
  await expect(ada.getByRole("heading", { name: "This meeting was deleted" })).toBeVisible();
  await expectAccessible(ada);
});
