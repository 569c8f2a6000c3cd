// What one does with the chat, and where one looks for what came of it.
import { expect, type Locator, type Page } from "playwright/test";

/** Where one writes. */
export function field(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Write/ });
}

/** Opens the chat, where it is not open yet. */
export async function openChat(page: Page): Promise<void> {
  if (!(await field(page).isVisible())) {
    await page.getByRole("button", { name: "Chat", exact: true }).click();
  }
  await expect(page.getByRole("region", { name: "Messages" })).toBeVisible();
}

/** Writes a message as people do, and waits until it stands in the list. */
export async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Enter");
  await expect(field(page)).toHaveValue("");
}

/** Everything in the list, in its order. */
export function rows(page: Page): Locator {
  return page.getByRole("region", { name: "Messages" }).locator("[data-message]");
}

/** The one that has this text. */
export function row(page: Page, text: string | RegExp): Locator {
  return rows(page).filter({ hasText: text });
}

/** Chooses from a message's menu. */
export async function chooseFor(page: Page, text: string | RegExp, what: string): Promise<void> {
  const one = row(page, text);
  await one.hover();
  await one.getByRole("button", { name: /^More about the message/ }).click();
  await page.getByRole("menuitem", { name: what }).click();
}
