import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { createMeeting, deleteMeeting, expect, expectAccessible, joinAs, test } from "./fixtures";
import { silent } from "./host-controls";

const session = (page: Page) => page.getByRole("table");

/** Writes a kept message as the seat of this browser. */
async function say(page: Page, meetingId: string, text: string) {
  const status = await page.evaluate(
    async ({ id, words }) => {
      const { token } = JSON.parse(localStorage.getItem(`meetings.seat.${id}`) ?? "{}");
      const response = await fetch(`/api/v1/meetings/${id}/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ id: `m${Date.now()}`, text: words }),
      });
      return response.status;
    },
    { id: meetingId, words: text },
  );
  expect(status).toBe(201);
}

async function save(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return await readFile(await (await downloading).path(), "utf8");
}

test("after a meeting its host reads who was there and what was written; a guest does not", async ({
  person,
  stack,
  complaints,
}) => {
  test.setTimeout(150_000);
  complaints.allowed.push(/401|403/);
  const [ada, lena] = await Promise.all([
    person({ colorScheme: "light", reducedMotion: "reduce" }).then(silent),
    person().then(silent),
  ]);
  await ada.goto("/");
  await ada.getByRole("button", { name: "New meeting" }).click();
  await expect(ada).toHaveURL(/\/meeting\/[a-z]{3}-/);
  const path = new URL(ada.url()).pathname;
  const id = path.slice("/meeting/".length);

  await test.step("before anybody met", async () => {
    await ada.goto(`${path}/report`);
    await expect(ada.getByRole("heading", { name: "Nobody has met here yet" })).toBeVisible();
    await expectAccessible(ada);
  });

  await joinAs(ada, path, "Ada");
  await joinAs(lena, path, "Lena");
  await say(lena, id, "Good morning, =everybody");

  await test.step("while the meeting runs", async () => {
    const look = await ada.context().newPage();
    await look.goto(`${path}/report`);
    await expect(look.getByText("Running now")).toBeVisible();
    await expect(session(look).getByRole("row", { name: /Ada.*Host.*Inside/ })).toBeVisible();
    await expect(session(look).getByRole("row", { name: /Lena.*Guest.*Inside/ })).toBeVisible();
    await look.close();
  });

  await lena.goto("/");
  await ada.goto("/");
  await test.step("to a guest", async () => {
    await lena.goto(`${path}/report`);
    await expect(lena.getByRole("heading", { name: "Only hosts see this" })).toBeVisible();
    await expect(lena.getByRole("main")).not.toContainText("Ada");
    await expect(lena.getByRole("link", { name: "Open meeting" })).toHaveAttribute("href", path);
    await expectAccessible(lena);
  });

  await test.step("to the host, from the list", async () => {
    await ada.getByRole("button", { name: /^More for/ }).click();
    await ada.getByRole("link", { name: "Report" }).click();
    await expect(ada).toHaveURL(`${stack.url}${path}/report`);
    await expect(session(ada).getByRole("row", { name: /Lena/ })).not.toContainText("Inside", {
      timeout: 30_000,
    });
    await expect(session(ada).getByRole("row", { name: /Ada/ })).not.toContainText("Inside", {
      timeout: 30_000,
    });
    await expect(ada.getByRole("listitem").filter({ hasText: "everybody" })).toContainText("Lena");
    await expect(ada.getByText(/This report is kept until/)).toBeVisible();
    await expectAccessible(ada);
    await ada.emulateMedia({ colorScheme: "dark" });
    await ada.reload();
    await expect(session(ada)).toBeVisible();
    await expectAccessible(ada);
  });

  await test.step("as files, and on paper", async () => {
    const csv = await save(ada, "Download as CSV, for spreadsheets");
    expect(csv).toContain("Ada");
    expect(csv).toContain("Lena");
    const messages = await save(ada, "Download Messages as CSV, for spreadsheets");
    expect(messages).toContain("everybody");
    const report = JSON.parse(await save(ada, "Download as JSON, for programs"));
    expect(report).toMatchObject({ meeting_id: id, sessions: [{ attendance: [{}, {}] }] });
    await ada.emulateMedia({ media: "print" });
    await expect(ada.getByRole("button", { name: "Print" })).toBeHidden();
    await expect(ada.getByRole("banner")).toBeHidden();
    await expect(session(ada)).toBeVisible();
    expect(await ada.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
  });
});

test("while the store is away the report says so, and comes with the next try", async ({
  person,
  complaints,
}) => {
  complaints.allowed.push(/503/);
  const page = await person();
  await page.goto("/");
  await page.getByRole("button", { name: "New meeting" }).click();
  await expect(page).toHaveURL(/\/meeting\/[a-z]{3}-/);
  await page.route("**/api/v1/meetings/*/report", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "/problems/store-unavailable",
        title: "The store cannot be reached.",
        status: 503,
        detail: "The store cannot be reached just now.",
        code: "store-unavailable",
        request_id: "story",
      }),
    }),
  );
  await page.goto(`${new URL(page.url()).pathname}/report`);
  await expect(page.getByRole("heading", { name: /cannot be shown just now/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The store cannot be reached just now.");
  await page.unroute("**/api/v1/meetings/*/report");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Nobody has met here yet" })).toBeVisible();
});

test("the report's address answers as its meeting's does", async ({ stack, request }) => {
  const meeting = await createMeeting(stack, "Gone");
  const ask = (path: string) => request.get(`${stack.url}${path}`, { maxRedirects: 0 });
  const found = await ask(`${meeting.path}/report`);
  expect([found.status(), found.headers()["x-robots-tag"]]).toEqual([200, "noindex"]);
  const spelled = meeting.id.toUpperCase().replaceAll("-", "%20");
  const respelled = await ask(`/meeting/${spelled}/report`);
  expect(respelled.status()).toBe(308);
  expect(new URL(respelled.headers().location ?? "", stack.url).pathname).toBe(
    `${meeting.path}/report`,
  );
  expect((await ask("/meeting/zzz-zzzz-zzz/report")).status()).toBe(404);
  await deleteMeeting(stack, meeting);
  expect((await ask(`${meeting.path}/report`)).status()).toBe(410);
});
