// What a host's hands do in the call, and where one looks for what came of it.
import { expect, type Locator, type Page } from "playwright/test";
import { remember } from "./fixtures";

async function comesWith(page: Page, off: Parameters<typeof remember>[1]) {
  await remember(page, off);
  return page;
}

/** Comes in with the camera off: several pictures tell a story about hosts no better than none. */
export const withoutCamera = (page: Page) => comesWith(page, { cameraOn: false });

/** Comes in with nothing on, where the story is about neither sound nor pictures. */
export const silent = (page: Page) => comesWith(page, { cameraOn: false, microphoneOn: false });

const quiet = async (person: () => Promise<Page>) => silent(await person());

/** Two people with nothing on. */
export const twoQuiet = async (person: () => Promise<Page>) =>
  await Promise.all([quiet(person), quiet(person)]);

/** Three people with nothing on. */
export const threeQuiet = async (person: () => Promise<Page>) =>
  await Promise.all([quiet(person), quiet(person), quiet(person)]);

/** The panel beside the stage. */
export function panel(page: Page): Locator {
  return page.getByRole("complementary");
}

/** Presses a control of the bar, which in a narrow window may be in its menu. */
async function pressInBar(page: Page, name: string | RegExp) {
  const button = page.getByRole("button", { name });
  if (await button.isVisible()) return await button.click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** Opens the host panel, where it is not open yet. */
export async function openHostPanel(page: Page): Promise<Locator> {
  const heading = page.getByRole("heading", { name: "Host controls" });
  if (!(await heading.isVisible())) await pressInBar(page, "Host controls");
  await expect(heading).toBeVisible();
  return panel(page);
}

/** Opens the list of people, where it is not open yet. */
export async function openPeople(page: Page): Promise<Locator> {
  const count = { name: /^\d+ (person|people)$/ };
  // The list comes a moment after its heading.
  if (!(await page.getByRole("heading", count).isVisible())) await pressInBar(page, /^People/);
  const list = page.getByRole("list", count);
  await expect(list).toBeVisible();
  return list;
}

/** Chooses from somebody's menu in the list of people. */
export async function choose(page: Page, person: string, what: string) {
  const list = await openPeople(page);
  await list.getByRole("button", { name: `More about ${person}` }).click();
  await page
    .getByRole(
      /^(Microphone|Camera|Screen sharing)$/.test(what) ? "menuitemcheckbox" : "menuitem",
      { name: what, exact: true },
    )
    .click();
}

/** Presses the button of a dialog that asks. */
export async function answer(page: Page, title: string | RegExp, button: string) {
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.getByRole("button", { name: button }).click();
  await expect(dialog).toBeHidden();
}

/** What is said in passing, lower left. */
export function said(page: Page, text: string | RegExp): Locator {
  return page.getByRole("status").getByText(text);
}
