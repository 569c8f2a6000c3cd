import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { expect, expectAccessible, intercept, test } from "./fixtures";
import { ownMeeting } from "./host-api";

const rows = (page: Page) =>
  page.getByRole("region", { name: "Your meetings" }).getByRole("listitem");

const choose = async (page: Page, title: string, entry: string) => {
  await page.getByRole("button", { name: `More for ${title}` }).click();
  await page.getByRole("button", { name: entry }).click();
};

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The lines of a calendar file, put together again, by the names of their properties. */
function parseCalendar(text: string): Map<string, string> {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  return new Map(
    lines.map((line) => {
      const [property = "", ...value] = line.split(":");
      return [property.split(";")[0] ?? "", value.join(":")];
    }),
  );
}

test("I plan a meeting for later, in summer, and get the invitation and calendar entries for it", async ({
  person,
  stack,
  request,
}) => {
  const page = await person({ timezoneId: "Europe/Berlin" });
  await page.goto("/");
  await page.getByRole("button", { name: "Later" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Title")).toBeFocused();
  await dialog.getByLabel("Title").fill("Design review");
  await expect(dialog).toContainText("Your time zone: Central European");

  // A time that is over is refused with a sentence, and nothing that was typed is lost.
  await dialog.getByLabel("Date").fill("2020-07-15");
  await dialog.getByLabel("Time", { exact: true }).fill("10:00");
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  await expect(dialog.getByRole("alert")).toContainText("already over");
  await expect(dialog.getByLabel("Date")).toBeFocused();
  await expect(dialog.getByLabel("Title")).toHaveValue("Design review");

  await dialog.getByLabel("Date").fill("2027-07-15");
  await dialog.getByRole("switch", { name: "Lobby" }).check();
  await dialog.getByRole("switch", { name: "Passcode" }).check();
  const passcode = await dialog.getByRole("textbox", { name: "Passcode" }).inputValue();
  expect(passcode).toMatch(/^[a-z2-9]{6}$/);
  await dialog.getByRole("button", { name: "Create invitation" }).click();

  const invitation = dialog.getByLabel("Invitation, ready to paste");
  await expect(invitation).toHaveValue(/Design review/);
  const text = await invitation.inputValue();
  const link = new RegExp(`${stack.url}/meeting/([a-z]{3}-[a-z]{4}-[a-z]{3})`).exec(text);
  const id = link?.[1] ?? "";
  expect(text).toBe(
    [
      "Design review",
      "Thursday, 15 July 2027 at 10:00 (Central European Summer Time, UTC+2)",
      `${stack.url}/meeting/${id}`,
      `Passcode: ${passcode}`,
    ].join("\n"),
  );
  await dialog.getByRole("button", { name: "Copy invitation" }).click();
  await expect(dialog.getByRole("button", { name: "Invitation copied" })).toBeVisible();
  expect(await clipboard(page)).toBe(text);

  const query = async (name: RegExp) =>
    new URL((await dialog.getByRole("link", { name }).getAttribute("href")) ?? "").searchParams;
  const google = await query(/^Google/);
  expect(google.get("dates")).toBe("20270715T080000Z/20270715T090000Z");
  expect(google.get("text")).toBe("Design review");
  expect(google.get("details")).toBe(text);
  const outlook = await query(/^Outlook/);
  expect(outlook.get("startdt")).toBe("2027-07-15T08:00:00Z");
  expect(outlook.get("location")).toBe(`${stack.url}/meeting/${id}`);

  const downloading = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Apple, .ics file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const calendar = parseCalendar(await readFile(await download.path(), "utf8"));
  expect(calendar.get("DTSTART")).toBe("20270715T080000Z");
  expect(calendar.get("SUMMARY")).toBe("Design review");
  expect(calendar.get("UID")).toContain(id);

  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Later" })).toBeFocused();
  await expect(rows(page)).toContainText("15 Jul 2027, 10:00");
  const info = await (await request.get(`${stack.url}/api/v1/meetings/${id}/info`)).json();
  expect(info).toMatchObject({
    scheduled_at: "2027-07-15T08:00:00.000Z",
    settings: { lobby: true, has_passcode: true },
  });
});

test("a failure loses nothing that I typed, and the form can be closed and opened", async ({
  person,
  complaints,
}) => {
  complaints.allowed.push(/Failed to load resource/);
  const page = await person();
  await page.goto("/");
  await page.getByRole("button", { name: "Later" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Retro");
  await dialog.getByRole("switch", { name: "At a set time" }).uncheck();
  await expect(dialog.getByLabel("Date")).toBeHidden();
  // The answer gets lost on its way, when the meeting is made already.
  await intercept(page, "**/api/v1/meetings/create", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The meeting was not made.");
  await expect(dialog.getByRole("alert")).toContainText("Try again");

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.unroute("**/api/v1/meetings/create");
  await page.getByRole("button", { name: "Later" }).click();
  await expect(dialog.getByLabel("Title")).toHaveValue("Retro");

  // A passcode that is too short is said at its field.
  await dialog.getByRole("switch", { name: "Passcode" }).check();
  const passcode = dialog.getByRole("textbox", { name: "Passcode" });
  await passcode.fill("abc");
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  await expect(passcode).toBeFocused();
  await expect(dialog).toContainText("at least 4 characters");
  await dialog.getByRole("switch", { name: "Passcode" }).uncheck();
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  await expect(dialog.getByLabel("Invitation, ready to paste")).toHaveValue(
    /^Retro\nhttp\S+\/meeting\/[a-z-]{12}$/,
  );
  await expect(dialog.getByText("Add to calendar")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(1);
});

test("from the list I give my meeting a time, another one, and take it away", async ({
  person,
}) => {
  const page = await person({ timezoneId: "America/New_York", locale: "en-US" });
  await ownMeeting(page, { title: "Planning" });
  await choose(page, "Planning", "Set a time");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Date")).toBeFocused();
  // In the night in which clocks go forward there is no half past two.
  await dialog.getByLabel("Date").fill("2027-03-14");
  await dialog.getByLabel("Time", { exact: true }).fill("02:30");
  await dialog.getByRole("button", { name: "Save time" }).click();
  await expect(dialog.getByRole("alert")).toContainText("clocks go forward");
  await dialog.getByLabel("Time", { exact: true }).fill("03:30");
  await expect(dialog).toContainText("Eastern Daylight Time (UTC-4)");
  await dialog.getByRole("button", { name: "Save time" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page)).toContainText(/Mar 14, 2027, 3:30\sAM/);
  await expect(page.getByRole("button", { name: "More for Planning" })).toBeFocused();

  await choose(page, "Planning", "Add to calendar");
  await expect(dialog.getByRole("link", { name: /^Google/ })).toHaveAttribute(
    "href",
    /20270314T073000Z/,
  );
  await page.keyboard.press("Escape");

  await choose(page, "Planning", "Change time");
  await expect(dialog.getByLabel("Time", { exact: true })).toHaveValue("03:30");
  await dialog.getByRole("button", { name: "Take the time away" }).click();
  await expect(rows(page)).toContainText("It has no set time any more.");
  await page.reload();
  await expect(rows(page)).toContainText("Made just now");
});

test("I copy the invitation with its passcode, and duplicate the meeting with its settings", async ({
  person,
  stack,
}) => {
  const page = await person();
  const { id } = await ownMeeting(page, {
    title: "Interview",
    scheduled_at: "2027-07-15T08:00:00Z",
    settings: { passcode: "open sesame", lobby: true, allow: { chat: false } },
  });
  await choose(page, "Interview", "Copy invitation");
  await expect(rows(page)).toContainText("Invitation copied.");
  const text = await clipboard(page);
  expect(text).toContain(`${stack.url}/meeting/${id}\nPasscode: open sesame`);

  await choose(page, "Interview", "Duplicate");
  await expect(rows(page)).toHaveCount(2);
  const open = rows(page).getByRole("link", { name: "Open it" });
  const copy = ((await open.getAttribute("href")) ?? "").slice("/meeting/".length);
  expect(copy).not.toBe(id);
  const made = await page.evaluate(
    async (meetingId) => await (await fetch(`/api/v1/meetings/${meetingId}`)).json(),
    copy,
  );
  expect(made).toMatchObject({
    title: "Interview",
    scheduled_at: null,
    passcode: "open sesame",
    settings: { lobby: true, has_passcode: true, allow: { chat: false, microphone: true } },
  });
});

test("a host link makes my other browser host, and the one before is worth nothing", async ({
  person,
  stack,
  request,
  complaints,
}) => {
  // Asked until it is so.
  complaints.allowed.push(/401/);
  const [page, other] = await Promise.all([person(), person()]);
  const { id, hostKey } = await ownMeeting(page, { title: "Board" });
  await choose(page, "Board", "Host link for another device");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("switches off the host link that was made before");
  await dialog.getByRole("button", { name: "Make and copy host link" }).click();
  await expect(dialog).toContainText("Copied.");
  const link = await dialog.getByLabel("Host link", { exact: true }).inputValue();
  expect(await clipboard(page)).toBe(link);

  const withOldKey = await request.get(`${stack.url}/api/v1/meetings/${id}`, {
    headers: { authorization: `Bearer ${hostKey}` },
  });
  expect(withOldKey.status()).toBe(401);
  await other.goto(link);
  await expect.poll(() => new URL(other.url()).hash).toBe("");
  await expect
    .poll(() =>
      other.evaluate(
        async (meetingId) => (await fetch(`/api/v1/meetings/${meetingId}`)).status,
        id,
      ),
    )
    .toBe(200);
});

test("axe finds nothing in the forms of the landing page", async ({ person }) => {
  const page = await person({ colorScheme: "light", reducedMotion: "reduce" });
  await ownMeeting(page, { title: "Planning", scheduled_at: "2027-07-15T08:00:00Z" });
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Later" }).click();
  await dialog.getByRole("switch", { name: "Passcode" }).check();
  await dialog.getByLabel("Date").fill("2020-07-15");
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More for Planning" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  for (const entry of ["Change time", "Add to calendar", "Host link for another device"]) {
    await choose(page, "Planning", entry);
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
});
