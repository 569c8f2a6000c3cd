import { openChat, row } from "./chat-steps";
import { bringCrowd } from "./crowd";
import { createMeeting, expect, expectToHear, joinAs, test, tile } from "./fixtures";
import { silent } from "./host-controls";

test("people who do not exist are seen, heard, raise hands and write what is kept, and leave", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  const crowd = await bringCrowd(
    `${stack.url}${meeting.path}`,
    ...["--people", "2", "--cameras", "1", "--sound", "--hands", "--chat"],
  );
  await expect(tile(ada, "Lena Fischer").locator("video")).toBeVisible();
  await expect(tile(ada, "Kenji Sato").getByText("KS")).toBeVisible();
  await expectToHear(ada);
  await expect(
    ada.getByRole("group", { name: /^(Lena Fischer|Kenji Sato)$/ }).getByText("Hand raised"),
  ).toHaveText(/number 1/);
  await openChat(ada);
  const first = row(ada, "Good morning, all!");
  await expect(first).toHaveCount(1);
  // Sent to who is here and kept under one id: after a reload, which reads what is kept, it stands there once.
  await ada.reload();
  await expect(tile(ada, "Lena Fischer")).toBeVisible();
  await openChat(ada);
  await expect(first).toHaveCount(1);
  await crowd.leave();
  await expect(tile(ada, "Lena Fischer")).toBeHidden();
  await expect(tile(ada, "Kenji Sato")).toBeHidden();
});
