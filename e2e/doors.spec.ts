import { createMeeting, deleteMeeting, expect, expectInCall, test } from "./fixtures";

test("I create a meeting and read its page before any script has arrived", async ({ person }) => {
  const page = await person({ javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("button", { name: "New meeting" }).click();
  await expect(page).toHaveURL(/\/meeting\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  await expect(page.getByLabel("Your name")).toBeVisible();
  const path = new URL(page.url()).pathname;

  await page.goto("/");
  await page.getByLabel("Code or link").fill(path.slice(-12).toUpperCase());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(path);
});

test("a link in another spelling leads to the meeting", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const page = await person();
  const response = await page.goto(`/meeting/${meeting.id.replaceAll("-", "").toUpperCase()}`);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL(meeting.path);
});

test("an unknown meeting says so with 404, and takes another code", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/404/);
  const meeting = await createMeeting(stack);
  const page = await person();
  const response = await page.goto("/meeting/zzz-zzzz-zzz");
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle(/There is no meeting with this code/);
  await expect(
    page.getByRole("heading", { name: "There is no meeting with this code" }),
  ).toBeVisible();
  await page.getByLabel("Code or link").fill(meeting.id);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(meeting.path);
});

test("a deleted meeting says so with 410", async ({ person, stack, complaints }) => {
  complaints.allowed.push(/410/);
  const meeting = await createMeeting(stack);
  await deleteMeeting(stack, meeting);
  const page = await person();
  const response = await page.goto(meeting.path);
  expect(response?.status()).toBe(410);
  await expect(page.getByRole("heading", { name: "This meeting was deleted" })).toBeVisible();
});

test("what I type before the script has arrived stays in the name field", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const page = await person({ name: "Ada" });
  let release = () => {};
  let held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(meeting.path, { waitUntil: "commit" });
  const field = page.getByLabel("Your name");
  await field.fill("Early Ada");
  release();
  await expect(page.getByRole("button", { name: "Turn off camera" })).toBeVisible();
  await expect(field).toHaveValue("Early Ada");

  // The name of the last time comes while the field has the focus: what is typed takes its place.
  held = new Promise((resolve) => {
    release = resolve;
  });
  await page.goto(meeting.path, { waitUntil: "commit" });
  await field.focus();
  release();
  await expect(field).toHaveValue("Ada");
  await page.keyboard.type("Grace");
  await expect(field).toHaveValue("Grace");
  await page.getByRole("button", { name: "Join now" }).click();
  await expectInCall(page);
});

test("a link's preview shows the title and no names, and is not indexed", async ({ stack }) => {
  const meeting = await createMeeting(stack, "Design review");
  const response = await fetch(`${stack.url}${meeting.path}`);
  const html = await response.text();
  expect(html).toContain('property="og:title" content="Design review');
  expect(html).toMatch(/<meta name="robots" content="noindex/);
});
