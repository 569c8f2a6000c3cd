import { createMeeting, expect, expectToSee, joinAs, test } from "./fixtures";

// The tree that screen readers are given, as it was read and found right. When this fails, read the new one
// aloud before it takes the old one's place: `npm test -- e2e tree.spec.ts --update-snapshots`.
test("what screen readers are given of the call is what was read and found right", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack, "Design review");
  const [ada, lena] = await Promise.all([person(), person()]);
  await joinAs(lena, meeting.path, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await expectToSee(ada, "Lena");
  await lena.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(ada.getByRole("main")).toMatchAriaSnapshot({ name: "call.aria.yml" });
  await ada.keyboard.press("p");
  await expect(ada.getByRole("complementary")).toMatchAriaSnapshot({ name: "people.aria.yml" });
});
