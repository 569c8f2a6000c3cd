import type { Page } from "playwright/test";
import decodeQR from "qr/decode.js";
import { createMeeting, expect, expectAccessible, joinAs, test } from "./fixtures";
import { openPeople, panel, said, silent, withoutCamera } from "./host-controls";
import { rawGuests } from "./raw-guests";

const names = ["Zoë Müller", "Łukasz Żak", "山田 太郎", "Grace Hopper", "Alan <b>Turing</b>"];

/** What a camera reads in the code that is shown. */
async function readCode(page: Page): Promise<string> {
  const code = page.getByRole("img", { name: "QR code of the link to this meeting" });
  await expect(code).toBeVisible();
  const size = Number((await code.getAttribute("viewBox"))?.split(" ")[2]);
  const path = (await code.locator("path").last().getAttribute("d")) ?? "";
  const scale = 6;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return decodeQR({ width, height: width, data });
}

test("I find somebody among many by keyboard, and invite more by code, copy and share sheet", async ({
  person,
  stack,
  browser,
}) => {
  const meeting = await createMeeting(stack, "Design review");
  const ada = await withoutCamera(await person());
  await ada.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    // The system's own sheet, which a test cannot see.
    Object.assign(navigator, {
      share: async (what: unknown) => {
        shared.push(what);
      },
    });
  });
  await joinAs(ada, meeting.path, "Ada Lovelace");
  const url = `${stack.url}${meeting.path}`;

  await test.step("alone: the code is the link, and the sheet gets it", async () => {
    await ada.getByRole("button", { name: "QR code" }).press("Enter");
    expect(await readCode(ada)).toBe(url);
    await expectAccessible(ada);
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("button", { name: "QR code" })).toBeFocused();
    await ada.getByRole("button", { name: "Share…" }).press("Enter");
    const shared = await ada.evaluate(() => JSON.stringify(Reflect.get(window, "shared")));
    expect(shared).toContain(url);
    expect(shared).toContain("Design review");
  });

  await ada.getByRole("button", { name: "QR code" }).press("Enter");
  const guests = await rawGuests(browser, stack, meeting, names);
  await test.step("the first who came by the code does not take it from the next", async () => {
    await expect(ada.getByText("Nobody else is here yet")).toHaveCount(0);
    expect(await readCode(ada)).toBe(url);
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("dialog", { name: "Scan to join" })).toBeHidden();
    await expect(ada.getByRole("main")).toBeFocused();
  });
  await ada.keyboard.press("p");
  await expect(ada.getByRole("heading", { name: "6 people" })).toBeVisible();

  await test.step("by any part of the name, with or without accents", async () => {
    const list = await openPeople(ada);
    const field = panel(ada).getByRole("textbox", { name: "Find by name" });
    await ada.keyboard.press("Tab");
    await ada.keyboard.press("Tab");
    await expect(field).toBeFocused();
    const found = async (typed: string, name: string) => {
      await field.fill(typed);
      await expect(list.getByRole("listitem")).toHaveCount(1);
      await expect(list.getByText(name)).toBeVisible();
    };
    await found("muller zoe", "Zoë Müller");
    await expect(panel(ada).getByText("1 person found")).toBeAttached();
    await found("LUKASZ", "Łukasz Żak");
    await found("太郎", "山田 太郎");
    await found("<b>", "Alan <b>Turing</b>");
    await field.fill("nobody");
    await expect(panel(ada).getByText("Nobody here has that name.")).toBeVisible();
    await expectAccessible(ada);
    await ada.keyboard.press("Escape");
    await expect(field).toHaveValue("");
    await expect(list.getByRole("listitem")).toHaveCount(6);
  });

  await test.step("the invitation stands under the list", async () => {
    await panel(ada).getByRole("button", { name: "Copy invitation" }).press("Enter");
    await expect(said(ada, /Invitation copied/)).toBeVisible();
    expect(await ada.evaluate(() => navigator.clipboard.readText())).toContain(url);
    await panel(ada).getByRole("button", { name: "QR code" }).press("Enter");
    expect(await readCode(ada)).toBe(url);
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("Escape");
    await expect(panel(ada)).toHaveCount(0);
  });

  await test.step("on a phone the list is in the menu", async () => {
    await ada.setViewportSize({ width: 390, height: 844 });
    await ada.getByRole("button", { name: "More", exact: true }).click();
    await ada.getByRole("menuitem", { name: "People (6)" }).click();
    await expect(ada.getByRole("heading", { name: "6 people" })).toBeVisible();
    await expectAccessible(ada);
  });

  await test.step("what has the focus lies under nothing, and what is said not over the buttons below", async () => {
    await ada.setViewportSize({ width: 390, height: 420 });
    await expect(said(ada, /Invitation copied/)).toHaveCount(0);
    const buttons = (await openPeople(ada)).getByRole("button", { name: /^More about/ });
    await buttons.last().focus();
    await buttons.first().focus();
    const isSeen = await buttons.first().evaluate((button) => {
      const { left, top, width } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + width / 2, top + 4));
    });
    expect(isSeen).toBe(true);
    const copy = panel(ada).getByRole("button", { name: "Copy invitation" });
    await copy.click();
    const note = await said(ada, /Invitation copied/)
      .last()
      .boundingBox();
    expect((note?.y ?? 999) + (note?.height ?? 0)).toBeLessThan((await copy.boundingBox())?.y ?? 0);
  });
  await guests.leave();
});

test("in a large meeting who comes is read out together", async ({ person, stack, browser }) => {
  const meeting = await createMeeting(stack);
  const many = Array.from({ length: 13 }, (_, index) => `Guest ${index + 1}`);
  const first = await rawGuests(browser, stack, meeting, many);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  await expect(await openPeople(ada)).toHaveAccessibleName("14 people");
  const later = await rawGuests(browser, stack, meeting, ["Lena", "Kenji", "Zoë"]);
  const log = ada.getByRole("log");
  await expect(log.getByText("3 people joined")).toBeAttached({ timeout: 15_000 });
  await expect(log.getByText(/(Lena|Kenji|Zoë|Guest \d+) joined/)).toHaveCount(0);
  await Promise.all([first.leave(), later.leave()]);
});
