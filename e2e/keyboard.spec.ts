import type { Page } from "playwright/test";
import { expect, expectInCall, test } from "./fixtures";

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
