// Chat that stays: two, three browsers, LiveKit and the API, and somebody who lies.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import type { Locator, Page } from "playwright/test";
import { chooseFor, field, openChat, row, rows, write } from "./chat-steps";
import {
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectInCall,
  joinAs,
  serverAway,
  test,
  tile,
} from "./fixtures";
import { hostApi, openHostLink, seatOf } from "./host-api";
import { answer, choose, panel, said, silent, threeQuiet, twoQuiet } from "./host-controls";
import { sendRaw } from "./raw-chat.mjs";
import { droppedOf, rawGuests, strangersPage, takePlace } from "./raw-guests";
import { notesOf, turnSoundOff, withNotes } from "./sound";
import type { Stack } from "./stack";

/** Ada, a guest, and Lena, who came by host link, both with the chat open. */
async function guestAndHost(person: () => Promise<Page>, stack: Stack) {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await twoQuiet(person);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await Promise.all([openChat(ada), openChat(lena)]);
  return { meeting, ada, lena };
}

test("what is written is there in its order, once, for who is here, comes later or comes back", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const meeting = await createMeeting(stack);
  const [ada, lena, kenji] = await threeQuiet(person);
  await withNotes(ada);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await openChat(lena);
  await expect(lena.getByText("Nothing has been written yet.")).toBeVisible();

  await test.step("a closed chat counts and says what is new", async () => {
    await write(lena, "Hello **all**, see https://example.org/a");
    await expect(said(ada, "Lena: Hello all, see https://example.org/a")).toBeVisible();
    await expect.poll(() => notesOf(ada)).toEqual([880]);
    await turnSoundOff(ada, "messageSound");
    await expect(ada.getByText("1 new message", { exact: true })).toBeAttached();
    await said(ada, /Lena: Hello/)
      .locator("..")
      .getByRole("button", { name: "Show" })
      .click();
    await expect(row(ada, "Hello all")).toBeVisible();
    await expect(ada.getByText("Nothing new", { exact: true })).toBeAttached();
    const link = row(ada, "Hello all").getByRole("link");
    await expect(link).toHaveAttribute("href", "https://example.org/a");
    await expect(link).toHaveAttribute("rel", /noopener noreferrer/);
  });
  const all = [/Hello all/, /two/, /three/, /four/, /five/, /six/];
  await test.step("both see one order", async () => {
    await write(ada, "two");
    await expect(row(lena, "two")).toBeVisible();
    await write(lena, "three");
    await expect(row(ada, "three")).toBeVisible();
    await write(ada, "four");
    await expect(rows(ada)).toHaveText(all.slice(0, 4));
    await expect(rows(lena)).toHaveText(all.slice(0, 4));
  });
  await test.step("a notice that was closed does not keep the next from being said", async () => {
    await panel(ada).getByRole("button", { name: "Close", exact: true }).click();
    await write(lena, "five");
    await said(ada, "Lena: five").locator("..").getByRole("button", { name: "Dismiss" }).click();
    await write(lena, "six");
    await expect(said(ada, "Lena: six")).toBeVisible();
    await openChat(ada);
    await expect(said(ada, "Lena: six")).toHaveCount(0);
    expect(await notesOf(ada)).toEqual([880]);
    await expect(rows(ada)).toHaveText(all);
  });
  await test.step("who comes later, and who reloads", async () => {
    await joinAs(kenji, meeting.path, "Kenji");
    await expect(kenji.getByText("6 new messages", { exact: true })).toBeAttached();
    await kenji.keyboard.press("c");
    await expect(rows(kenji)).toHaveText(all);
    await field(ada).fill("half a thought");
    ada.once("dialog", (asked) => void asked.accept());
    await ada.reload();
    await expectInCall(ada);
    await expect(ada.getByText("Nothing new", { exact: true })).toBeAttached();
    await openChat(ada);
    await expect(rows(ada)).toHaveText(all);
    await expect(field(ada)).toHaveValue("half a thought");
    await field(ada).fill("");
  });
  await test.step("who was cut off gets what was missed", async () => {
    await stack.livekit.kill();
    await expect(ada.getByText(/Lost the connection/).first()).toBeVisible();
    await write(lena, "while away");
    await stack.livekit.start();
    await expect(rows(ada)).toHaveText([...all, /while away/], { timeout: 30_000 });
    await expect(rows(lena)).toHaveText([...all, /while away/]);
    await expectInCall(ada);
  });
});

test("while the API is away messages go out at once, are kept later, and say so", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const meeting = await createMeeting(stack);
  const [ada, lena, kenji] = await threeQuiet(person);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await Promise.all([openChat(ada), openChat(lena)]);
  await stack.stopApp();
  await write(ada, "Can you read this?");
  await write(ada, "And this?");
  await expect(rows(lena)).toHaveText([/Can you read this/, /And this/]);
  await expect(row(ada, "And this").getByText("Sent, not kept yet")).toBeVisible();
  await test.step("a tab with something unkept asks before it closes", async () => {
    const asked = ada.waitForEvent("dialog");
    await ada.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });
  await stack.startApp();
  await expect(ada.getByText("Sent, not kept yet")).toHaveCount(0, { timeout: 20_000 });
  await joinAs(kenji, meeting.path, "Kenji");
  await openChat(kenji);
  for (const page of [ada, lena, kenji]) {
    await expect(rows(page)).toHaveText([/Can you read this/, /And this/]);
  }
  await test.step("what is too long is refused in a sentence, and nothing of it is lost", async () => {
    const field = ada.getByRole("textbox", { name: /^Write/ });
    await field.fill("x".repeat(100_000));
    await field.press("Enter");
    await expect(ada.getByText(/^Too long by 96,000 characters/)).toBeVisible();
    await expect(field).toHaveValue(/^x{100000}$/);
    await field.fill("");
    await expect(rows(ada)).toHaveCount(2);
  });
});

test("a private message is for the two alone", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const [ada, lena, kenji] = await threeQuiet(person);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await joinAs(kenji, meeting.path, "Kenji");
  await Promise.all([openChat(lena), openChat(kenji)]);
  // Who comes moves the others' rows.
  await expect(tile(ada, "Kenji")).toBeVisible();
  await choose(ada, "Lena", "Write privately");
  await expect(ada.getByRole("textbox", { name: "Write to Lena alone" })).toBeFocused();
  await expect(ada.getByText("Only Lena and you can read this.")).toBeVisible();
  await write(ada, "Between us");
  await expect(ada.getByText("To Lena alone", { exact: true })).toBeVisible();
  await expect(row(lena, "Between us").getByText("To you alone")).toBeVisible();

  await test.step("its answer stays between the two", async () => {
    await chooseFor(lena, "Between us", "Reply");
    await write(lena, "Agreed");
    await expect(row(ada, "Agreed").getByText("To you alone")).toBeVisible();
    await row(ada, "Agreed")
      .getByRole("button", { name: /^Go to what it answers: You/ })
      .click();
    await expect(row(ada, /To Lena alone/).first()).toBeFocused();
  });
  await ada.getByRole("button", { name: "Who it is for: Lena" }).click();
  await ada.getByRole("menuitemradio", { name: "Everybody" }).click();
  await write(ada, "For all");
  await expect(rows(kenji)).toHaveText([/For all/]);
  await kenji.reload();
  await expectInCall(kenji);
  await openChat(kenji);
  await expect(rows(kenji)).toHaveText([/For all/]);

  await test.step("who has gone reads it on coming back, and is sent no files meanwhile", async () => {
    await choose(ada, "Lena", "Write privately");
    await lena.goto("about:blank");
    await expect(
      ada.getByText("Lena is not here. They can read it if they come back."),
    ).toBeVisible();
    const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") };
    await panel(ada).locator('input[type="file"]').setInputFiles(notes);
    await field(ada).fill("For later");
    await field(ada).press("Enter");
    await expect(ada.getByText(/^Lena is not here, and files reach only who is/)).toBeVisible();
    await expect(row(ada, "For later")).toHaveCount(0);
    await ada.getByRole("button", { name: "Remove notes.txt" }).click();
    await field(ada).press("Enter");
    await expect(row(ada, "For later")).toBeVisible();
    await lena.goto(meeting.path);
    await expectInCall(lena);
    await openChat(lena);
    await expect(row(lena, "For later").getByText("To you alone")).toBeVisible();
    await expect(ada.getByText("Only Lena and you can read this.")).toBeVisible();
  });
});

test("I change and delete what is mine, hosts delete what anybody wrote, and turn the chat off", async ({
  person,
  stack,
}) => {
  const { meeting, ada, lena } = await guestAndHost(person, stack);
  const field = ada.getByRole("textbox", { name: /^Write/ });
  await write(ada, "Helo");
  await write(lena, "Welcome");
  await expect(rows(ada)).toHaveText([/Helo/, /Welcome/]);

  await test.step("by the keyboard: Up changes the last, Escape gives it up", async () => {
    await field.press("ArrowUp");
    await expect(field).toHaveValue("Helo");
    await field.press("Escape");
    await expect(field).toHaveValue("");
    await field.press("ArrowUp");
    await field.fill("Hello");
    await field.press("Enter");
    await expect(rows(lena)).toHaveText([/Hello.*edited/, /Welcome/]);
    await expect(rows(ada)).toHaveText([/Hello.*edited/, /Welcome/]);
    await expect(field).toHaveValue("");
  });
  await test.step("an Enter that takes an input method's candidate sends nothing", async () => {
    await field.fill("か");
    // As Safari does: its composition has ended by then.
    await field.evaluate((element) =>
      element.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true }),
      ),
    );
    await expect(field).toHaveValue("か");
    await field.fill("");
  });
  await test.step("cells are pasted as text, and a picture is attached", async () => {
    const isLeftToTheBrowser = (texts: Record<string, string>) =>
      field.evaluate((element, all) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }));
        for (const [type, text] of Object.entries(all)) clipboardData.setData(type, text);
        const paste = { clipboardData, bubbles: true, cancelable: true };
        return element.dispatchEvent(new ClipboardEvent("paste", paste));
      }, texts);
    const cells = { "text/plain": "Ada\t12", "text/html": "<td>Ada</td><td>12</td>" };
    expect(await isLeftToTheBrowser(cells)).toBe(true);
    expect(await isLeftToTheBrowser({})).toBe(false);
    const remove = ada.getByRole("button", { name: "Remove image.png" });
    await expect(remove).toHaveCount(1);
    await remove.click();
  });
  await test.step("an emoji by its name", async () => {
    await ada.getByRole("button", { name: "Emoji", exact: true }).click();
    await ada.getByRole("searchbox", { name: "Search emoji" }).fill("party pop");
    await expectAccessible(ada);
    await ada.keyboard.press("ArrowDown");
    await ada.keyboard.press("Enter");
    await ada.keyboard.press("Escape");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("🎉");
    await field.press("Enter");
    await expect(rows(lena)).toHaveText([/Hello/, /Welcome/, /🎉/]);
  });
  await test.step("it looks and reads well, in both themes", async () => {
    await expectAccessible(ada);
    await ada.emulateMedia({ colorScheme: "light" });
    await ada.evaluate(() => {
      document.documentElement.dataset.theme = "light";
    });
    await expectAccessible(ada);
    await ada.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(ada);
    await ada.setViewportSize({ width: 1280, height: 800 });
  });
  await test.step("deleted is deleted for everybody, over a reload", async () => {
    await chooseFor(ada, "🎉", "Delete");
    await answer(ada, "Delete this message?", "Delete");
    await expect(rows(lena)).toHaveText([/Hello/, /Welcome/, /This message was deleted/]);
    await row(ada, "Welcome").hover();
    await row(ada, "Welcome")
      .getByRole("button", { name: /^More about/ })
      .click();
    await expect(ada.getByRole("menuitem", { name: "Delete" })).toHaveCount(0);
    await ada.keyboard.press("Escape");
    await chooseFor(lena, "Hello", "Delete");
    await answer(lena, "Delete this message?", "Delete");
    await expect(rows(ada)).toHaveText([/was deleted/, /Welcome/, /was deleted/]);
    await ada.reload();
    await expectInCall(ada);
    await openChat(ada);
    await expect(rows(ada)).toHaveText([/was deleted/, /Welcome/, /was deleted/]);
  });
  await test.step("turned off, it says so, and hosts go on", async () => {
    await hostApi(stack, meeting).change({ allow: { chat: false } });
    await expect(ada.getByText(/The hosts have turned the chat off/)).toBeVisible();
    await expect(field).toHaveCount(0);
    await write(lena, "Quiet, please");
    await expect(row(ada, "Quiet, please")).toBeVisible();
  });
});

/** A black picture that is small as a file: one bit for each of its pixels, all of them the same. */
function blankPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(zlib.crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  const lines = zlib.deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk("IHDR", head),
    chunk("IDAT", lines),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("who reads further up, or in another tab, keeps the place and finds where the new ones begin", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  await openChat(ada);
  const say = async (name: string, texts: readonly string[]) => {
    const { seat_token } = await takePlace(stack, meeting, name);
    for (const text of texts) {
      const kept = await fetch(`${stack.url}/api/v1/meetings/${meeting.id}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${seat_token}`, "content-type": "application/json" },
        body: JSON.stringify({ id: crypto.randomUUID(), text }),
      });
      expect(kept.ok, await kept.text()).toBe(true);
    }
  };
  const many = (what: string) => Array.from({ length: 45 }, (_, turn) => `${what} ${turn}.`);
  const list = ada.getByRole("region", { name: "Messages" });
  const line = list.getByText("New", { exact: true });
  await say("Lena", many("early"));
  await expect(row(ada, "early 44.")).toBeInViewport();

  await test.step("further up nothing goes away, however much comes", async () => {
    await list.focus();
    await ada.keyboard.press("Home");
    await expect(row(ada, "early 0.")).toBeInViewport();
    await say("Kenji", many("late"));
    await expect(rows(ada)).toHaveCount(90);
    await expect(row(ada, "early 0.")).toBeInViewport();
    await expect(line).toHaveCount(1);
    await expect(ada.getByRole("button", { name: "45 new messages" })).toBeVisible();
  });
  await test.step("at the end they have been read", async () => {
    await ada.keyboard.press("End");
    await expect(row(ada, "late 44.")).toBeInViewport();
    await expect(line).toHaveCount(0);
    await expect(rows(ada)).toHaveCount(60);
    await expect(ada.getByText("Nothing new", { exact: true })).toBeAttached();
  });
  const turn = (state: "hidden" | "visible") =>
    ada.evaluate((now) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await test.step("what came while she was in another tab is new when she is back", async () => {
    await turn("hidden");
    await say("Mia", ["while away"]);
    await expect(ada.getByText("1 new message", { exact: true })).toBeAttached();
    await turn("visible");
    await expect(ada.getByText("Nothing new", { exact: true })).toBeAttached();
    await expect(line).toBeInViewport();
    await write(ada, "Thanks");
    await expect(line).toHaveCount(0);
  });
});

test("leaving with half a thought asks first, and who comes back goes on with it", async ({
  person,
  stack,
}) => {
  const { lena } = await guestAndHost(person, stack);
  await expect(tile(lena, "Ada")).toBeVisible();
  const leave = lena.getByRole("button", { name: "Leave", exact: true });
  const question = "Leave with something unsent?";
  await field(lena).fill("half a thought");
  await lena.getByRole("button", { name: "Chat", exact: true }).click();
  await leave.click();
  await expect(lena.getByText(/It stays in this tab until you come back/)).toBeVisible();
  await expectAccessible(lena);
  await answer(lena, question, "Cancel");
  await expectInCall(lena);

  await test.step("what a host is asked comes after it", async () => {
    await leave.click();
    await answer(lena, question, "Leave");
    await answer(lena, "Leave the meeting?", "Just leave, the meeting goes on");
  });
  await expect(lena.getByRole("heading", { name: "You left" })).toBeVisible();
  const isAsked = await lena.evaluate(
    () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  );
  expect(isAsked, "whether the tab asks before it closes").toBe(false);
  await lena.getByRole("button", { name: "Rejoin" }).click();
  await lena.getByRole("button", { name: "Join now" }).click();
  await expectInCall(lena);
  await openChat(lena);
  await expect(field(lena)).toHaveValue("half a thought");
  await field(lena).fill("");
});

test("files and pictures go to who is here, and are looked at before they are saved", async ({
  person,
  stack,
  complaints,
}, testInfo) => {
  complaints.allowed.push(...serverAway);
  /** Large ones lie on the disk: they are not passed through the browser's own connection. */
  const fileOf = (name: string, megabytes: number) => {
    const file = testInfo.outputPath(name);
    fs.writeFileSync(file, Buffer.alloc(megabytes * 1024 * 1024));
    return file;
  };
  const meeting = await createMeeting(stack);
  const [ada, lena] = await twoQuiet(person);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await Promise.all([openChat(ada), openChat(lena)]);
  const chooser = panel(ada).locator('input[type="file"]');
  await chooser.setInputFiles(fileOf("large.bin", 26));
  await expect(ada.getByText(/large.bin is too large/)).toBeVisible();
  await chooser.setInputFiles([
    {
      name: "plan.png",
      mimeType: "image/png",
      buffer: fs.readFileSync(path.resolve(import.meta.dirname, "../public/icons/icon-192.png")),
    },
    {
      name: "../<b>page</b>.html",
      mimeType: "text/html",
      buffer: Buffer.from("<script>alert(1)</script>".repeat(10_000)),
    },
  ]);
  await expect(ada.getByText(/Files are not kept/)).toBeVisible();
  await ada.getByRole("textbox", { name: /^Write/ }).press("Enter");

  const picture = row(lena, "plan.png");
  await expect(picture.locator("canvas")).toBeVisible();
  await expect(picture.getByText(/not kept/)).toBeVisible();
  const page = row(lena, ".html");
  await expect(page).toHaveText(/_b_page__b_.html/);
  await page.getByRole("button", { name: /^Look at/ }).click();
  const dialog = lena.getByRole("dialog", { name: /.html$/ });
  await expect(dialog.getByText(/can harm your computer/)).toBeVisible();
  await expectAccessible(lena);
  const saving = lena.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^[^<>/\\]*b_page__b_\.html$/);
  expect(fs.statSync(await download.path()).size).toBe(250_000);

  await test.step("a picture is drawn small, however large it unfolds", async () => {
    const tall = testInfo.outputPath("tall.png");
    fs.writeFileSync(tall, blankPng(1_600, 25_000));
    await chooser.setInputFiles(tall);
    await ada.getByRole("textbox", { name: /^Write/ }).press("Enter");
    const drawn = row(lena, "tall.png").locator("canvas");
    await expect(drawn).toBeVisible();
    const sides = (canvas: Locator) =>
      canvas.evaluate((one) => (one instanceof HTMLCanvasElement ? [one.width, one.height] : []));
    expect(Math.max(...(await sides(drawn)))).toBeLessThanOrEqual(800);
    await row(lena, "tall.png")
      .getByRole("button", { name: /^Look at/ })
      .last()
      .click();
    const looked = lena.getByRole("dialog", { name: "tall.png" }).locator("canvas");
    await expect(looked).toBeVisible();
    expect(await sides(looked)).toEqual([102, 1_600]);
    await lena.keyboard.press("Escape");
  });
  await test.step("a file dropped on the stage goes to the chat, and not in the call's place", async () => {
    await ada.keyboard.press("Escape");
    const data = await ada.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["notes"], "notes.txt", { type: "text/plain" }));
      return transfer;
    });
    const stage = ada.getByRole("main");
    await stage.dispatchEvent("dragover", { dataTransfer: data });
    await stage.dispatchEvent("drop", { dataTransfer: data });
    await expect(ada.getByRole("list", { name: "Files to send" })).toHaveText(/notes.txt/);
    await ada.getByRole("button", { name: "Send", exact: true }).click();
    await expect(row(lena, "notes.txt")).toBeVisible();
  });
  await test.step("a file on its way is cancelled, and both sides say so", async () => {
    await chooser.setInputFiles(fileOf("slow.bin", 24));
    await ada.getByRole("textbox", { name: /^Write/ }).press("Enter");
    await expect(lena.getByRole("progressbar", { name: "Receiving slow.bin" })).toBeVisible();
    await row(ada, "slow.bin").getByRole("button", { name: "Cancel" }).click();
    await expect(row(ada, "slow.bin").getByText("Cancelled")).toBeVisible();
    await expect(row(lena, "slow.bin").getByText("Cancelled")).toBeVisible();
  });
  await test.step("one that the connection breaks off is told of where the chat is closed, and keeps the tab", async () => {
    await chooser.setInputFiles(fileOf("broken.bin", 24));
    await ada.getByRole("textbox", { name: /^Write/ }).press("Enter");
    await expect(lena.getByRole("progressbar", { name: "Receiving broken.bin" })).toBeVisible();
    await panel(ada).getByRole("button", { name: "Close", exact: true }).click();
    const told = expect(said(ada, "broken.bin could not be sent.")).toBeVisible({
      timeout: 40_000,
    });
    await stack.livekit.kill();
    await stack.livekit.start();
    await told;
    const asked = ada.waitForEvent("dialog");
    await ada.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });
});

test("a file is answered, and taken away by who sent it, by a host, and by nobody else", async ({
  person,
  stack,
}) => {
  const { meeting, ada, lena } = await guestAndHost(person, stack);
  const send = async (...names: string[]) => {
    const buffer = fs.readFileSync(
      path.resolve(import.meta.dirname, "../public/icons/icon-192.png"),
    );
    await panel(ada)
      .locator('input[type="file"]')
      .setInputFiles(names.map((name) => ({ name, mimeType: "image/png", buffer })));
    await field(ada).press("Enter");
  };
  await send("one.png", "two.png", "three.png");
  await expect(rows(lena).locator("canvas")).toHaveCount(3);

  await test.step("its answer leads to it", async () => {
    await chooseFor(lena, "one.png", "Reply");
    await write(lena, "Nice");
    await row(ada, "Nice")
      .getByRole("button", { name: "Go to what it answers: You, one.png" })
      .click();
    await expect(row(ada, "one.png").first()).toBeFocused();
  });
  await test.step("who did not send it cannot delete it", async () => {
    const mallory = await takePlace(stack, meeting, "Mallory");
    const id = await row(lena, "two.png").getAttribute("data-message");
    const answered = await fetch(
      `${stack.url}/api/v1/meetings/${meeting.id}/messages/${encodeURIComponent(id ?? "")}`,
      { method: "DELETE", headers: { authorization: `Bearer ${mallory.seat_token}` } },
    );
    expect(answered.status).toBe(404);
    expect(await row(ada, "two.png").getAttribute("data-message")).toBe(id);
  });
  await test.step("taken off one's own list, it is there for the others", async () => {
    await chooseFor(lena, "three.png", "Remove here");
    await expect(row(lena, "three.png")).toHaveCount(0);
    await expect(lena.getByRole("region", { name: "Messages" })).toBeFocused();
  });
  await test.step("its author deletes it for everyone, and so does a host, where it stands", async () => {
    const question = "Delete this file for everyone?";
    await chooseFor(ada, "two.png", "Delete for everyone");
    await answer(ada, question, "Delete");
    await expect(rows(lena)).toHaveText([/one.png/, /was deleted/, /Nice/]);
    await expect(rows(ada)).toHaveText([/one.png/, /was deleted/, /three.png/, /Nice/]);
    await chooseFor(lena, /one.png.*· not kept/, "Delete for everyone");
    await expectAccessible(lena);
    await answer(lena, question, "Delete");
    for (const page of [ada, lena]) {
      await expect(row(page, "one.png")).toHaveCount(0);
      await expect(rows(page).nth(0)).toHaveText(/was deleted/);
    }
    await expect(rows(ada).locator("canvas")).toHaveCount(1);
  });
});

test("nobody writes in another's name, slips HTML in, or floods", async ({
  person,
  stack,
  browser,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  await openChat(ada);
  await write(ada, "I said this");
  const { identity } = await seatOf(ada, meeting);
  const ownId = await rows(ada).first().getAttribute("data-message");

  const mallory = await takePlace(stack, meeting, "Mallory");
  const page = await strangersPage(browser, stack);
  const send = (texts: Parameters<typeof sendRaw>[0]["texts"]) =>
    page.evaluate(sendRaw, {
      url: mallory.server_url,
      token: mallory.participant_token,
      texts,
    });
  const html = '<img src="x" onerror="document.title=1"><b>bold</b> javascript:alert(1)';
  await send([
    {
      text: "I am Ada",
      attributes: { id: ownId?.split(".")[1] ?? "", author: identity, name: "Ada" },
    },
    { text: "x".repeat(100_000) },
    { text: "   \u0000 " },
    { text: "I am sorry", attributes: { id: ownId ?? "", role: "host" } },
    { text: html, attributes: { id: "h1" } },
    { text: "changed", attributes: { id: "h1" } },
  ]);
  await expect(rows(ada)).toHaveText([
    /I said this/,
    /Mallory.*I am Ada/,
    /I am sorry/,
    /<img src="x" onerror/,
  ]);
  await expect(rows(ada).locator("img, b, a, script")).toHaveCount(0);
  await test.step("what the API does not have says so", async () => {
    await expect(row(ada, "I am sorry").getByText("Not kept")).toBeVisible({ timeout: 20_000 });
    await expect(row(ada, "I said this").getByText("Not kept")).toHaveCount(0);
  });
  const openStatistics = async () => {
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("t");
  };
  await test.step("hints that are not our server's make nobody ask", async () => {
    let asked = 0;
    ada.on("request", (request) => {
      if (request.url().includes(`${meeting.id}/messages?`)) asked += 1;
    });
    const trudy = await rawGuests(browser, stack, meeting, ["Trudy"]);
    for (let turn = 0; turn < 8; turn += 1) {
      await trudy.send("meetings.messages", [""], 5);
      await ada.waitForTimeout(500);
    }
    // Now and then it asks by itself.
    expect(asked).toBeLessThanOrEqual(2);
    await trudy.leave();
    await openStatistics();
    await expect.poll(() => droppedOf(ada, "meetings.messages")).toBe(40);
    await openChat(ada);
  });
  await test.step("a flood is cut off, and the page stays quick", async () => {
    await openStatistics();
    const before = await droppedOf(ada, "lk.chat");
    await openChat(ada);
    await send(Array.from({ length: 200 }, (_, turn) => ({ text: `flood ${turn}` })));
    await write(ada, "still here");
    await expect(row(ada, "still here")).toBeVisible();
    await openStatistics();
    const dropped = async () => (await droppedOf(ada, "lk.chat")) - before;
    await expect.poll(dropped).toBeGreaterThanOrEqual(170);
    const shown = 200 - (await dropped());
    await openChat(ada);
    await expect(row(ada, "flood")).toHaveCount(shown);
  });
  await test.step("while the chat is off, what is sent past the API is not shown", async () => {
    await hostApi(stack, meeting).change({ allow: { chat: false } });
    await expect(ada.getByText(/turned the chat off/)).toBeVisible();
    const before = await rows(ada).count();
    await send([{ text: "past the rules" }]).catch(() => undefined);
    await ada.waitForTimeout(1_000);
    await expect(rows(ada)).toHaveCount(before);
  });
  await page.context().close();
});
