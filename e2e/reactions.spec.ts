import type { Page } from "playwright/test";
import { createMeeting, expect, expectAccessible, joinAs, test, tile } from "./fixtures";
import { hostApi } from "./host-api";
import { said, withoutCamera } from "./host-controls";
import { droppedOf, rawGuests } from "./raw-guests";
import { workMeter } from "./work-meter";

const topic = "meetings.reactions";

const floats = (page: Page, name: string, reaction: string) =>
  tile(page, name).locator(`[data-reaction="${reaction}"]`);
const heard = (page: Page, sentence: string) =>
  expect(page.getByRole("log").getByText(sentence)).toBeAttached();

test("reactions by keys and by a finger float over whose they are, are spoken, and can be off", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const [ada, lena] = await Promise.all([
    person().then(withoutCamera),
    person(phone).then(withoutCamera),
  ]);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expect(tile(ada, "Lena")).toBeVisible();
  const row = ada.getByRole("toolbar", { name: "Reactions" });

  await test.step("by keyboard: R, arrows, Enter, numbers, Escape", async () => {
    await ada.keyboard.press("r");
    await expect(row.getByRole("button", { name: "Applause" })).toBeFocused();
    await expectAccessible(ada);
    await ada.keyboard.press("ArrowRight");
    await expect(row.getByRole("button", { name: "Thumbs up" })).toBeFocused();
    await ada.keyboard.press("Enter");
    await ada.keyboard.press("3");
    await expect(floats(lena, "Ada", "agree")).toBeVisible();
    await expect(floats(lena, "Ada", "love")).toBeVisible();
    await heard(lena, "Ada: thumbs up");
    await heard(lena, "Ada: heart");
    await ada.keyboard.press("Escape");
    await expect(row).toBeHidden();
  });

  await test.step("by a finger, from the menu of a phone", async () => {
    await lena.getByRole("button", { name: "More", exact: true }).tap();
    await lena.getByRole("menuitem", { name: "React" }).tap();
    await lena.getByRole("button", { name: "Applause" }).tap();
    await expect(floats(ada, "Lena", "applause")).toBeVisible();
    await heard(ada, "Lena: applause");
    await expectAccessible(lena);
    await tile(lena, "Ada").tap({ position: { x: 20, y: 60 } });
    await expect(lena.getByRole("toolbar")).toBeHidden();
  });

  await test.step("turned off, nothing is shown or said", async () => {
    await lena.getByRole("button", { name: "More", exact: true }).tap();
    await lena.getByRole("menuitem", { name: "Settings" }).tap();
    await lena.getByRole("tab", { name: "Notices" }).tap();
    await lena.getByRole("switch", { name: "Show reactions" }).tap();
    await lena.keyboard.press("Escape");
    await ada.keyboard.press("r");
    await expect(row.getByRole("button", { name: "Applause" })).toBeFocused();
    await ada.keyboard.press("4");
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("h");
    // Sent before the hand went up, and not there after it.
    await expect(tile(lena, "Ada").getByText("Hand raised, number 1")).toBeAttached();
    await expect(floats(lena, "Ada", "laugh")).toHaveCount(0);
    await expect(lena.getByText("laughter")).toHaveCount(0);
  });

  await test.step("where hosts keep reactions to themselves, the button says so", async () => {
    const refusal = said(ada, "Reactions are for hosts only in this meeting.");
    await ada.keyboard.press("r");
    await expect(row).toBeVisible();
    await hostApi(stack, meeting).change({ allow: { reactions: false } });
    await expect(row).toBeHidden();
    await expect(refusal).toBeVisible();
    await ada.getByRole("button", { name: "Dismiss" }).click();
    await expect(refusal).toBeHidden();
    const button = ada.getByRole("button", { name: "React" });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await ada.keyboard.press("r");
    await expect(refusal).toBeVisible();
    await expect(row).toBeHidden();
  });
});

test("forged reactions show nothing, and 500 in a second leave the page as quick as it was", async ({
  person,
  stack,
  browser,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await withoutCamera(await person());
  await joinAs(ada, meeting.path, "Ada");
  const mallory = await rawGuests(browser, stack, meeting, ["Mallory"]);
  await expect(tile(ada, "Mallory")).toBeVisible();

  await mallory.send(topic, [
    "not json",
    "[]",
    '{"reaction":"<img src=x onerror=alert(1)>"}',
    '{"reaction":"applause","name":"Lena"}',
    `{"reaction":"${"a".repeat(9_000)}"}`,
    '{"reaction":"love"}',
  ]);
  await expect(floats(ada, "Mallory", "love")).toBeVisible();
  await expect(ada.locator("[data-reaction]")).toHaveCount(1);
  await heard(ada, "Mallory: heart");
  await expect(ada.getByText("Lena")).toHaveCount(0);

  const work = await workMeter(ada);
  const flood = ["applause", "agree", "love", "laugh", "sad"].map((reaction) =>
    JSON.stringify({ reaction }),
  );
  const began = Date.now();
  const worked = await work(async () => {
    await mallory.send(topic, flood, 100);
    await ada.keyboard.press("p");
    await expect(ada.getByRole("heading", { name: "2 people" })).toBeVisible();
    await mallory.say("That was all.");
    await expect(said(ada, "Mallory: That was all.")).toBeVisible();
    expect(await ada.locator("[data-reaction]").count()).toBeLessThanOrEqual(4);
  });
  expect(worked, "work for the flood, a panel and a notice").toBeLessThan(2.5);

  await test.step("all of it had come: what was forged, and what is more than one may send", async () => {
    const mostShown = 8 + Math.ceil((4 * (Date.now() - began)) / 1_000);
    await ada.keyboard.press("t");
    await expect.poll(() => droppedOf(ada, topic)).toBeGreaterThanOrEqual(5 + 500 - mostShown);
  });

  await hostApi(stack, meeting).change({ allow: { reactions: false } });
  await expect(ada.getByRole("button", { name: "React" })).toHaveAttribute("aria-disabled", "true");
  await expect(ada.locator("[data-reaction]")).toHaveCount(0);
  await mallory.send(topic, ['{"reaction":"celebrate"}']);
  await ada.keyboard.press("h");
  await expect(tile(ada, "Ada (you)").getByText("Hand raised, number 1")).toBeAttached();
  await expect(ada.locator("[data-reaction]")).toHaveCount(0);
  await mallory.leave();
});
