import type { Page } from "playwright/test";
import {
  askAs,
  audible,
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectHere,
  expectInCall,
  expectToHear,
  joinAs,
  livekitsFarewell,
  loudness,
  remember,
  test,
  tile,
  twoInACall,
} from "./fixtures";
import { hostApi, openHostLink } from "./host-api";
import { answer, panel, said, silent, threeQuiet } from "./host-controls";
import { notesOf, withNotes } from "./sound";

const regionOfFocus = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest("[data-region]")?.getAttribute("data-region") ?? "none",
  );

test("I see all shortcuts, give one another key, and find it so after a reload", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person();
  await joinAs(ada, meeting.path, "Ada");
  await ada.keyboard.press("?");
  const list = ada.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByText("Microphone on or off")).toBeVisible();
  await expect(list.getByText("Camera on or off")).toBeVisible();
  await expect(list.getByRole("heading", { name: "People and chat" })).toBeVisible();
  await expectAccessible(ada);
  // Nothing happens behind an open dialog.
  await ada.keyboard.press("m");
  await list.getByRole("button", { name: "Change keys" }).press("Enter");
  const settings = ada.getByRole("dialog", { name: "Settings" });
  const microphone = settings.getByRole("button", {
    name: /^(Microphone on or off:|Press the new)/,
  });
  await microphone.press("Enter");
  await ada.keyboard.press("v");
  await expect(settings.getByText("V is taken already: Camera on or off")).toBeVisible();
  await ada.keyboard.press("Control+w");
  await expect(settings.getByText("Ctrl+W belongs to the browser")).toBeVisible();
  await ada.keyboard.press("F6");
  await expect(settings.getByText("F6 is needed to move about")).toBeVisible();
  await ada.keyboard.press("k");
  await expect(microphone).toBeFocused();
  await expect(microphone).toHaveAccessibleName(/: K\./);
  await settings.getByRole("button", { name: "Turn off the key for “Camera on or off”" }).click();
  await expectAccessible(ada);
  await ada.keyboard.press("Escape");

  await ada.reload();
  await expectInCall(ada);
  const button = ada.getByRole("button", { name: "Turn off microphone" });
  await expect(button).toHaveAttribute("aria-keyshortcuts", "K");
  await button.focus();
  await ada.keyboard.press("m");
  await ada.keyboard.press("v");
  await expect(button).toBeVisible();
  await ada.keyboard.press("k");
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  await expect(ada.getByRole("button", { name: "Turn off camera" })).toBeVisible();

  await ada.keyboard.press("u");
  await expect(ada.getByText(/^Invitation copied/)).toBeVisible();
  await ada.keyboard.press("a");
  await expect(ada.getByText(/^Audio only: no pictures/).first()).toBeVisible();
  await expect(ada.getByRole("log").getByText(/^Audio only: no pictures/)).toBeAttached();
  await ada.keyboard.press("a");
  await expect(ada.getByRole("log").getByText("Audio only has ended.")).toBeAttached();
  await ada.keyboard.press("t");
  await expect(ada.getByRole("region", { name: "Statistics" })).toBeVisible();
  await ada.keyboard.press("t");
  await expect(ada.getByRole("region", { name: "Statistics" })).toBeHidden();

  // All of them off, and back to their own keys.
  await ada.keyboard.press(",");
  await settings.getByRole("tab", { name: "Keyboard" }).click();
  await settings.getByRole("switch", { name: "Use shortcuts" }).uncheck();
  await ada.keyboard.press("Escape");
  await ada.keyboard.press("k");
  await ada.keyboard.press(",");
  await expect(settings).toBeHidden();
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
});

async function pointAt(page: Page, name: string) {
  // The bar that comes with the pointer may move the tiles.
  await page.mouse.move(2, 2);
  await expect(page.getByRole("region", { name: "Call controls" })).toHaveCSS("opacity", "1");
  await tile(page, name).hover();
}

test("a host runs the meeting by keys; those without one get it from me; a guest's keys do nothing", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...livekitsFarewell);
  const meeting = await createMeeting(stack);
  const [lena, kenji, ada] = await threeQuiet(person);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(kenji, meeting.path, "Kenji");
  await expectHere(lena, "Kenji");
  const list = lena.getByRole("dialog", { name: "Keyboard shortcuts" });
  const settings = lena.getByRole("dialog", { name: "Settings" });

  await test.step("the list says what is for hosts, to hosts alone", async () => {
    await kenji.keyboard.press("?");
    const guests = kenji.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(guests.getByText("Look closer at a shared screen")).toBeVisible();
    await expect(guests.getByRole("heading", { name: "For hosts" })).toHaveCount(0);
    // Again, however soon, it begins where it begins.
    await Promise.all([kenji.keyboard.press("Escape"), kenji.keyboard.press("?")]);
    await expect(guests.getByRole("button", { name: "Change keys" })).toBeFocused();
    await expect(guests.getByRole("heading", { name: "Microphone, camera" })).toBeInViewport();
    await kenji.keyboard.press("Escape");
    await lena.keyboard.press("?");
    const hosts = list.getByRole("region", { name: "For hosts" });
    await expect(hosts).toContainText("Call on the next raised handShift+N");
    await expect(hosts).toContainText("Lock or unlock the meetingNo key");
    await expectAccessible(lena);
  });

  await test.step("what has no key is given one, and loses it again", async () => {
    await list.getByRole("button", { name: "Change keys" }).press("Enter");
    const lock = settings.getByRole("button", {
      name: /^(Lock or unlock the meeting:|Press the new)/,
    });
    await lock.press("Enter");
    await lena.keyboard.press("Shift+N");
    await expect(settings.getByText("Shift+N is taken already: Call on the next")).toBeVisible();
    await lena.keyboard.press("Shift+L");
    await expect(lock).toHaveAccessibleName(/: Shift\+L\./);
    await expectAccessible(lena);
    await lena.keyboard.press("Escape");
    await lena.keyboard.press("Shift+L");
    await expect(said(lena, "Lock the meeting: on")).toBeVisible();
    await lena.keyboard.press("Shift+L");
    await expect(said(lena, "Lock the meeting: off")).toBeVisible();
    await lena.keyboard.press(",");
    await settings
      .getByRole("button", { name: "Turn off the key for “Lock or unlock the meeting”" })
      .press("Enter");
    await expect(lock).toBeFocused();
    await expect(lock).toHaveAccessibleName(/no key/);
    await lena.keyboard.press("Escape");
  });

  await test.step("hands", async () => {
    await kenji.keyboard.press("h");
    await expect(tile(lena, "Kenji").getByText(/^Hand raised/)).toBeAttached();
    await kenji.keyboard.press("Shift+H");
    await lena.keyboard.press("Shift+N");
    await expect(said(kenji, "Lena calls on you: it is your turn to speak.")).toBeVisible();
    await expect(tile(lena, "Kenji").getByText(/^Hand raised/)).toHaveCount(0);
    await expect(kenji.getByRole("button", { name: "Raise hand" })).toBeVisible();
    await kenji.keyboard.press("h");
    await expect(tile(lena, "Kenji").getByText(/^Hand raised/)).toBeAttached();
    await lena.keyboard.press("Shift+H");
    await expect(tile(lena, "Kenji").getByText(/^Hand raised/)).toHaveCount(0);
    await expect(kenji.getByRole("button", { name: "Raise hand" })).toBeVisible();
  });

  await test.step("who waits is let in", async () => {
    await hostApi(stack, meeting).change({ lobby: true });
    await askAs(ada, meeting.path, "Ada");
    await expect(said(lena, "Ada wants to come in")).toBeVisible();
    await kenji.keyboard.press("Shift+A");
    await lena.keyboard.press("Shift+A");
    await expectInCall(ada);
    await expectHere(lena, "Ada");
  });

  await test.step("somebody large to everyone, and no longer", async () => {
    const mark = tile(ada, "Kenji").getByText("Shown large to everyone");
    await pointAt(lena, "Kenji");
    await lena.keyboard.press("Shift+X");
    await expect(mark).toBeAttached();
    await pointAt(ada, "Ada (you)");
    await ada.keyboard.press("Shift+X");
    await pointAt(lena, "Kenji");
    await lena.keyboard.press("Shift+X");
    await expect(mark).toHaveCount(0);
  });

  await test.step("a tile's menu, and what I see of myself and others", async () => {
    await pointAt(ada, "Kenji");
    await ada.keyboard.press("e");
    await expect(ada.getByRole("menuitem", { name: "Full screen" })).toBeFocused();
    await ada.keyboard.press("Escape");
    await expect(
      tile(ada, "Kenji").getByRole("button", { name: "More about Kenji" }),
    ).toBeFocused();
    await ada.keyboard.press("y");
    await expect(said(ada, "Show my picture: off")).toBeVisible();
    await expect(tile(ada, "Ada (you)")).toHaveCount(0);
    await ada.keyboard.press("w");
    await expect(tile(ada, "Kenji")).toHaveCount(0);
    await ada.keyboard.press("w");
    await ada.keyboard.press("y");
    await expect(tile(ada, "Ada (you)")).toBeVisible();
  });

  await test.step("the end for everyone, which asks first; a guest is not asked", async () => {
    await ada.keyboard.press("Shift+E");
    await lena.keyboard.press("Shift+E");
    await expect(ada.getByRole("dialog")).toHaveCount(0);
    await answer(lena, "End the meeting for everyone?", "End for everyone");
    await expect(ada.getByRole("heading", { name: "Lena ended the meeting" })).toBeVisible();
  });
});

test("rare acts have no key until I give them one; then each does what its button does", async ({
  person,
  stack,
  complaints,
}) => {
  // Who is not let in.
  complaints.allowed.push(/403/);
  const meeting = await createMeeting(stack);
  const lena = await person();
  await remember(lena, {
    cameraOn: false,
    microphoneOn: false,
    keys: {
      "host-controls.rename": "1",
      "host-controls.keys.passcode": "2",
      "host-controls.keys.limit": "3",
      "host-controls.hostLink.make": "4",
      "lobby.sound": "5",
      "lobby.denyNext": "6",
      "lobby.admitNext": "7",
      "chat.composer.attach": "8",
      "invite.share": "9",
    },
  });
  await lena.addInitScript(() => {
    navigator.share = (data) => {
      document.body.dataset.shared = data?.text ?? "";
      return Promise.resolve();
    };
  });
  await withNotes(lena);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");

  await test.step("the meeting's title, passcode, limit and host link", async () => {
    await lena.keyboard.press("1");
    await expect(lena.getByLabel("Title of the meeting")).toBeFocused();
    await lena.keyboard.type("Planning 2027");
    await lena.keyboard.press("Enter");
    await expect(lena.getByRole("heading", { name: "Planning 2027" })).toBeVisible();
    await expect(lena.getByRole("button", { name: "Change the title" })).toBeFocused();
    await lena.keyboard.press("o");
    await expect(panel(lena)).toHaveCount(0);
    await lena.keyboard.press("2");
    await expect(lena.getByLabel("New passcode")).toBeFocused();
    await lena.keyboard.press("Escape");
    await lena.keyboard.press("3");
    await expect(said(lena, "Limit how many are here: on")).toBeVisible();
    await lena.keyboard.press("3");
    await expect(said(lena, "Limit how many are here: off")).toBeVisible();
    await lena.keyboard.press("4");
    await expect(lena.getByRole("dialog", { name: "Make a new host link?" })).toBeVisible();
    await lena.keyboard.press("Escape");
  });

  await test.step("who waits longest is let in, or not, and the bell is off, and on again", async () => {
    await lena.keyboard.press("5");
    await expect(said(lena, "Sound when somebody waits: off")).toBeVisible();
    await hostApi(stack, meeting).change({ lobby: true });
    const [kenji, ada] = await Promise.all([silent(await person()), silent(await person())]);
    await askAs(kenji, meeting.path, "Kenji");
    await expect(said(lena, "Kenji wants to come in")).toBeVisible();
    expect(await notesOf(lena)).toEqual([]);
    await lena.keyboard.press("5");
    await askAs(ada, meeting.path, "Ada");
    await expect(said(lena, "Kenji and 1 other want to come in")).toBeVisible();
    await expect.poll(() => notesOf(lena)).toEqual([587, 784]);
    await lena.keyboard.press("6");
    await expect(kenji.getByRole("heading", { name: "You were not let in" })).toBeVisible();
    await expect(said(lena, "Ada wants to come in")).toBeVisible();
    await lena.keyboard.press("7");
    await expectInCall(ada);
  });

  await test.step("a file, and the invitation by the system's own sheet", async () => {
    const opened = lena.waitForEvent("filechooser");
    // The browser is told to hand the choice over before the key is pressed.
    await expect(lena.getByRole("button", { name: "Set" })).toBeFocused();
    await lena.keyboard.press("8");
    const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Notes") };
    await (await opened).setFiles(notes);
    await expect(
      lena.getByRole("list", { name: "Files to send" }).getByText("notes.txt"),
    ).toBeVisible();
    // What was added is written to next.
    await expect(lena.getByRole("textbox", { name: "Write a message" })).toBeFocused();
    await lena.keyboard.press("F6");
    await lena.keyboard.press("9");
    await expect(lena.locator("body")).toHaveAttribute(
      "data-shared",
      /Planning 2027.*\/meeting\//s,
    );
  });
});

test("F6 takes me from part to part, links skip to each, and the focus is never lost", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await person({ colorScheme: "light" });
  await joinAs(ada, meeting.path, "Ada");
  await ada.getByRole("main").focus();
  await ada.keyboard.press("Tab");
  await expect(ada.getByRole("button", { name: "Skip to the people" })).toBeFocused();
  await expectAccessible(ada);
  await ada.keyboard.press("Tab");
  await ada.keyboard.press("Enter");
  expect(await regionOfFocus(ada)).toBe("bar");
  await ada.keyboard.press("p");
  await expect(ada.getByRole("complementary")).toBeVisible();
  await expect.poll(() => regionOfFocus(ada)).toBe("panel");
  const round: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    await ada.keyboard.press("F6");
    round.push(await regionOfFocus(ada));
  }
  expect(round).toEqual(["bar", "stage", "panel"]);
  await ada.keyboard.press("Shift+F6");
  expect(await regionOfFocus(ada)).toBe("stage");
  await ada.keyboard.press("F6");
  // What has the focus goes away: it is somewhere that makes sense, and not nowhere.
  await ada.keyboard.press("Escape");
  await expect.poll(() => regionOfFocus(ada)).toBe("bar");
  await ada.getByRole("button", { name: "Copy invitation" }).first().press("Enter");
  const said = ada.getByRole("button", { name: "Dismiss" });
  await expect(said).toBeVisible();
  await ada.keyboard.press("Shift+F6");
  await expect(said).toBeFocused();
  await ada.keyboard.press("Enter");
  await expect(said).toBeHidden();
  await expect(ada.getByRole("button", { name: "Copy invitation" }).first()).toBeFocused();
});

test("muted, I am heard for as long as I hold Space, and no longer", async ({ person, stack }) => {
  const { ada, lena } = await twoInACall(person, stack);
  const mutedMark = tile(lena, "Ada").getByText("Microphone off");
  // Clicked, the button keeps the focus; Space is for talking all the same.
  await ada.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(mutedMark).toBeAttached();
  await expect.poll(() => loudness(lena, audible), { timeout: 5_000 }).toBeLessThan(audible);
  await ada.keyboard.down(" ");
  await expect(ada.getByText("You are heard while you hold Space")).toBeVisible();
  await expect(mutedMark).not.toBeAttached();
  await expectToHear(lena);
  await expectAccessible(ada);
  await ada.keyboard.up(" ");
  await expect(mutedMark).toBeAttached();
  await expect.poll(() => loudness(lena, audible), { timeout: 5_000 }).toBeLessThan(audible);

  // A button that the keyboard came to is pressed by Space, as everywhere.
  await ada.getByRole("main").focus();
  await ada.keyboard.press("F6");
  while ((await regionOfFocus(ada)) !== "bar") await ada.keyboard.press("F6");
  await ada.getByRole("button", { name: "Turn on microphone" }).press("Space");
  await expect(ada.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
  await ada.keyboard.press("m");
  await expect(mutedMark).toBeAttached();

  // Screen readers are told what a key did, but for the button that has the focus: its name tells.
  const log = ada.getByRole("log");
  await expect(log.getByText(/^Microphone/)).toHaveCount(0);
  await ada.getByRole("main").focus();
  for (const [key, sentence] of [
    ["m", "Microphone on"],
    ["m", "Microphone off"],
    ["v", "Camera off"],
    ["h", "Hand raised"],
    ["h", "Hand lowered"],
  ] as const) {
    await ada.keyboard.press(key);
    await expect(log.getByText(sentence)).toBeAttached();
  }
  await ada.keyboard.down(" ");
  await expect(log.locator("p").last()).toHaveText("Microphone on");
  await ada.keyboard.up(" ");
  await expect(log.locator("p").last()).toHaveText("Microphone off");

  // It can be turned off.
  await ada.keyboard.press(",");
  await ada.getByRole("tab", { name: "Keyboard" }).click();
  await ada.getByRole("switch", { name: "Be heard while a key is held" }).uncheck();
  await ada.keyboard.press("Escape");
  await ada.getByRole("main").focus();
  await ada.keyboard.down(" ");
  await ada.waitForTimeout(400);
  await expect(mutedMark).toBeAttached();
  await ada.keyboard.up(" ");
  await ada.keyboard.press("Shift+Q");
  await expect(ada.getByRole("heading", { name: "You left" })).toBeVisible();
});
