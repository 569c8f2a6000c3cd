import type { Locator, Page } from "playwright/test";
import { comeIn, createMeeting, expect, expectAccessible, joinAs, test, tile } from "./fixtures";
import { openHostLink } from "./host-api";
import { panel } from "./host-controls";

declare global {
  interface Window {
    /** The speakers that elements of the page were played on, the system's own being "". */
    playedOn: string[];
  }
}

/** Plays the test sound, and says from which speakers it came. */
async function playTestSound(page: Page, settings: Locator) {
  await page.evaluate(() => {
    window.playedOn = [];
    const play = HTMLAudioElement.prototype.play;
    HTMLAudioElement.prototype.play = async function () {
      await play.call(this);
      window.playedOn.push(this.sinkId);
    };
  });
  await settings.getByRole("button", { name: "Play a test sound" }).click();
  await expect.poll(() => page.evaluate(() => window.playedOn)).not.toEqual([]);
  await expect(settings.getByText("No sound could be played there.")).toHaveCount(0);
  return await page.evaluate(() => window.playedOn);
}

test("what I set is kept in this browser, seen in all its tabs at once, and can go back", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person({ sends: "automatic" });
  await ada.goto(meeting.path);
  await expect(ada.getByLabel("Your camera, as in a mirror")).toHaveClass(/-scale-x-100/);
  await ada.getByRole("button", { name: "Settings" }).click();
  const settings = ada.getByRole("dialog", { name: "Settings" });
  // The first part has the focus, and what needs a call is not there yet.
  await expect(settings.getByRole("tab", { name: "Devices" })).toBeFocused();
  await expect(settings.getByLabel("Microphone", { exact: true })).toBeVisible();
  expect(await playTestSound(ada, settings)).toEqual([""]);
  await expectAccessible(ada);
  await settings.getByRole("tab", { name: "Devices" }).press("End");
  await expect(settings.getByRole("tab", { name: "Accessibility" })).toBeFocused();
  await settings.getByRole("switch", { name: "Reactions" }).uncheck();
  await settings.getByRole("radio", { name: "Light" }).check();
  await settings.getByRole("tab", { name: "Picture" }).click();
  await settings.getByRole("switch", { name: "Mirror my picture" }).uncheck();
  await settings.getByRole("tab", { name: "Accessibility" }).click();
  await settings.getByRole("switch", { name: "Stronger contrast" }).check();
  await expectAccessible(ada);
  await ada.keyboard.press("Escape");
  await expect(ada.getByRole("button", { name: "Settings" })).toBeFocused();
  await expect(ada.getByLabel("Your camera", { exact: true })).not.toHaveClass(/-scale-x-100/);

  const other = await ada.context().newPage();
  await joinAs(other, meeting.path, "Ada");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "light");
  const picture = tile(other, "Ada (you)").locator("video").locator("..");
  await expect(picture).not.toHaveClass(/-scale-x-100/);
  // As in Firefox, which lists no speaker before one is allowed.
  await other.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    navigator.mediaDevices.enumerateDevices = async () =>
      devices.filter(({ kind }) => kind !== "audiooutput");
  });
  await other.keyboard.press(",");
  const inCall = other.getByRole("dialog", { name: "Settings" });
  await expect(inCall.getByText("Your system chooses the speaker.")).toBeVisible();
  expect(await playTestSound(other, inCall)).toEqual([""]);
  await inCall.getByRole("tab", { name: "Accessibility" }).click();
  await expect(inCall.getByRole("switch", { name: "Reactions" })).not.toBeChecked();

  // Changed in one tab, changed in the other.
  await inCall.getByRole("button", { name: "Back to defaults" }).click();
  await expect(inCall.getByRole("switch", { name: "Reactions" })).toBeChecked();
  await expect(ada.locator("html")).not.toHaveAttribute("data-theme", "light");
  await expect(ada.locator("html")).not.toHaveAttribute("data-contrast", "more");
  await expect(picture).toHaveClass(/-scale-x-100/);
  await inCall.getByRole("button", { name: "Undo" }).click();
  await expect(inCall.getByRole("switch", { name: "Reactions" })).not.toBeChecked();
  await expect(ada.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(ada.locator("html")).toHaveAttribute("data-contrast", "more");
  for (const name of ["Picture", "Keyboard"]) {
    await inCall.getByRole("tab", { name }).click();
    await expect(inCall.getByRole("tabpanel", { name }).getByRole("heading").first()).toBeVisible();
    await expectAccessible(other);
  }
});

test("on a phone the settings fill the screen, and no code of what is not open is fetched before", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "light",
  });
  const scripts: string[] = [];
  ada.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.url());
  });
  await openHostLink(ada, meeting);
  await comeIn(ada, "Ada");
  await ada.waitForLoadState("networkidle");
  const more = ada.getByRole("button", { name: "More", exact: true });
  for (const name of ["People", "Host controls"]) {
    const without = scripts.length;
    await more.click();
    await ada.getByRole("menuitem", { name }).click();
    await expect(
      panel(ada).getByRole("list").or(panel(ada).getByRole("switch")).first(),
    ).toBeVisible();
    expect(scripts.length, name).toBeGreaterThan(without);
    await panel(ada).getByRole("button", { name: "Close" }).click();
  }
  const without = scripts.length;
  await more.click();
  await ada.getByRole("menuitem", { name: "Settings" }).click();
  const settings = ada.getByRole("dialog", { name: "Settings" });
  await expect(settings.getByLabel("Camera", { exact: true })).toBeVisible();
  expect(scripts.length, "Settings").toBeGreaterThan(without);
  expect(await settings.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 640 });
  for (const tab of await settings.getByRole("tab").all()) {
    await tab.click();
    const overhang = await settings
      .getByRole("tabpanel")
      .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(overhang).toBeLessThanOrEqual(0);
  }
  await expectAccessible(ada);
  await settings.getByRole("button", { name: "Close settings" }).click();
  await expect(more).toBeFocused();
});
