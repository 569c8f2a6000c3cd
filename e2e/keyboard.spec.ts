import type { Page } from "playwright/test";
import { comeIn, createMeeting, expect, expectInCall, test } from "./fixtures";
import { openHostLink } from "./host-api";
import { panel, silent } from "./host-controls";

/** Presses Tab until the thing of this name has the focus. */
async function tabTo(page: Page, name: RegExp) {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    const label = await focused.evaluate((element) =>
      [
        element.getAttribute("aria-label"),
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined,
        element.textContent,
      ].join(" "),
    );
    if (name.test(label)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test("I create, join, mute and leave with the keyboard alone", async ({ person }) => {
  const ada = await person();
  await ada.goto("/");
  await tabTo(ada, /New meeting/);
  await ada.keyboard.press("Enter");
  await expect(ada.getByLabel("Your name")).toBeVisible();
  await ada.waitForLoadState("load");
  await tabTo(ada, /Your name/);
  await ada.keyboard.type("Ada");
  await ada.keyboard.press("Enter");
  await expectInCall(ada);
  await tabTo(ada, /Turn off microphone/);
  await ada.keyboard.press("Enter");
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeFocused();
  await tabTo(ada, /Leave/);
  await ada.keyboard.press("Enter");
  await expect(ada.getByRole("heading", { name: "You left" })).toBeVisible();
});

test("in a narrow window a panel that the menu opens has the focus, and gives it back", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person({ viewport: { width: 320, height: 640 } }));
  await openHostLink(ada, meeting);
  await comeIn(ada, "Ada");
  const more = ada.getByRole("button", { name: "More", exact: true });
  const choose = async (name: RegExp) => {
    await more.focus();
    await ada.keyboard.press("Enter");
    const item = ada.getByRole("menuitem", { name });
    for (let step = 0; step < 20; step += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await ada.keyboard.press("ArrowDown");
    }
    await ada.keyboard.press("Enter");
  };
  for (const [item, heading] of [
    [/^People/, "1 person"],
    [/^Host controls/, "Host controls"],
  ] as const) {
    await choose(item);
    await expect(panel(ada).getByRole("heading", { name: heading })).toBeVisible();
    await expect(panel(ada)).toBeFocused();
    await ada.keyboard.press("Tab");
    await expect(panel(ada).locator(":focus")).toHaveCount(1);
    await ada.keyboard.press("Escape");
    await expect(panel(ada)).toBeHidden();
    await expect(more).toBeFocused();
  }

  // From one panel to another.
  await choose(/^People/);
  await expect(panel(ada)).toBeFocused();
  await choose(/^Host controls/);
  await expect(panel(ada)).toBeFocused();
  await ada.keyboard.press("Escape");
  await expect(more).toBeFocused();
});
