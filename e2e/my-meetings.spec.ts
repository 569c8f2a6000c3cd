import type { Page } from "playwright/test";
import { createMeeting, deleteMeeting, expect, joinAs, test } from "./fixtures";

async function makeMeeting(page: Page) {
  await page.goto("/");
  await page.getByRole("button", { name: "New meeting" }).click();
  await expect(page).toHaveURL(/\/meeting\/[a-z]{3}-/);
  const path = new URL(page.url()).pathname;
  await page.goto("/");
  return { path, id: path.slice("/meeting/".length) };
}

const rows = (page: Page) =>
  page.getByRole("region", { name: "Your meetings" }).getByRole("listitem");

const choose = async (page: Page, entry: string) => {
  await page.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("button", { name: entry }).click();
};

test("a first visit shows no list; the meeting I made is on it, and I copy its link", async ({
  person,
  stack,
}) => {
  const page = await person();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Your meetings" })).toBeHidden();
  const { path, id } = await makeMeeting(page);
  await expect(rows(page)).toContainText(id);
  await page.getByRole("button", { name: "Copy link to Untitled meeting" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${stack.url}${path}`);
});

test("I rename my meeting with the keyboard, and a title that cannot be is refused", async ({
  person,
  complaints,
}) => {
  complaints.allowed.push(/422/);
  const page = await person();
  await makeMeeting(page);
  const more = page.getByRole("button", { name: /^More for/ });
  await expect(more).toBeEnabled();
  await more.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByLabel("Title of the meeting").fill("Turned \u202e round");
  await page.keyboard.press("Enter");
  await expect(rows(page).getByRole("alert")).toContainText("direction characters");
  await page.getByLabel("Title of the meeting").fill("Design review");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Design review", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "More for Design review" })).toBeFocused();
  await page.reload();
  await expect(rows(page)).toContainText("Design review");
});

test("I delete my meeting, change my mind, and then delete it for good", async ({
  person,
  request,
  stack,
}) => {
  const page = await person();
  const { id } = await makeMeeting(page);
  const exists = async () => {
    const response = await request.get(`${stack.url}/api/v1/meetings/${id}/exists`);
    return await response.text();
  };
  await choose(page, "Delete");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Untitled meeting", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "More for Untitled meeting" })).toBeFocused();
  expect(await exists()).toContain("true");

  // Going away before the time for a change of mind is over must not bring it back.
  await choose(page, "Delete");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.goto("/problems/meeting-full");
  await expect.poll(exists).toContain("false");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Your meetings" })).toBeHidden();
});

test("a meeting I joined is on my list until I take it off or it is deleted", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/410/);
  const meeting = await createMeeting(stack, "Lena’s office hours");
  const other = await createMeeting(stack, "Retro");
  const page = await person();
  await joinAs(page, other.path, "Ada");
  await joinAs(page, meeting.path, "Ada");
  await page.goto("/");
  await expect(rows(page)).toHaveCount(2);
  await deleteMeeting(stack, other);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await choose(page, "Remove from this list");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toContainText("Lena’s office hours");
  await expect(page.getByRole("button", { name: "More for Lena’s office hours" })).toBeFocused();
  await choose(page, "Remove from this list");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your meetings" })).toBeHidden();
});

test("of many meetings the rest is shown when I ask, and the keyboard goes on with it", async ({
  person,
}) => {
  const page = await person();
  await page.goto("/");
  await page.evaluate(async () => {
    for (let index = 0; index < 9; index += 1) {
      await fetch("/api/v1/meetings/create", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
    }
  });
  await page.reload();
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole("link", { name: "Show all" }).press("Enter");
  await expect(rows(page)).toHaveCount(9);
  await expect(rows(page).nth(8).getByRole("link").first()).toBeFocused();
  // Where it was pressed before the page's script was there, the address brings them.
  await page.goto("/?all");
  await expect(rows(page)).toHaveCount(9);
  await expect(rows(page).nth(8).getByRole("link").first()).toBeFocused();
});
