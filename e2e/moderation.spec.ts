import type { Page } from "playwright/test";
import {
  comeIn,
  createMeeting,
  expect,
  expectHere,
  expectInCall,
  expectToSee,
  joinAs,
  serverAway,
  test,
  tile,
} from "./fixtures";
import { openHostLink, ownMeeting } from "./host-api";
import {
  answer,
  choose,
  openPeople,
  panel,
  said,
  threeQuiet,
  twoQuiet,
  withoutCamera,
} from "./host-controls";

const isMuted = (page: Page, name: string) =>
  expect(tile(page, name).getByText("Microphone off")).toBeAttached();

/** Notes every device the page is given, to see later whether it still runs: whether its light is on. */
function watchDevices(page: Page) {
  return page.addInitScript(() => {
    const given: MediaStreamTrack[] = [];
    Object.assign(window, { given });
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      given.push(...stream.getTracks());
      return stream;
    };
  });
}

const runningCameras = (page: Page) =>
  page.evaluate(() => {
    const given: unknown = Reflect.get(window, "given");
    if (!Array.isArray(given)) return -1;
    return given.filter(({ kind, readyState }) => kind === "video" && readyState === "live").length;
  });

test("a guest who was promoted moderates: each act is seen by all, and its person learns of it", async ({
  person,
  stack,
}) => {
  test.setTimeout(180_000);
  const meeting = await createMeeting(stack);
  const [lena, kenji, ada] = await Promise.all([
    person().then(withoutCamera),
    person().then(withoutCamera),
    person(),
  ]);
  await watchDevices(ada);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(kenji, meeting.path, "Kenji");
  await joinAs(ada, meeting.path, "Ada");
  await expectToSee(kenji, "Ada");

  await choose(lena, "Kenji", "Make co-host");
  await expect(tile(ada, "Kenji").getByText("Co-host")).toBeAttached();
  await expect(said(kenji, "You are a co-host now.")).toBeVisible();

  await test.step("mute; turning on again stays her own act", async () => {
    await choose(kenji, "Ada", "Mute");
    await expect(said(ada, "A host turned your microphone off.")).toBeVisible();
    await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
    await Promise.all([isMuted(lena, "Ada"), isMuted(kenji, "Ada")]);
    await choose(kenji, "Ada", "Ask to unmute");
    await expect(ada.getByText("Kenji asks you to turn your microphone on.")).toBeVisible();
    await ada.getByRole("button", { name: "Turn on", exact: true }).click();
    await expect(tile(lena, "Ada").getByText("Microphone off")).toHaveCount(0);
    await expect(ada.getByText("Kenji asks you")).toHaveCount(0);
  });

  await test.step("who asked once does not ask again by a reload", async () => {
    await ada.reload();
    await expectInCall(ada);
    await expectToSee(kenji, "Ada");
    await expect(ada.getByText("Kenji asks you")).toHaveCount(0);
  });

  await test.step("turn off the camera", async () => {
    await choose(kenji, "Ada", "Turn off camera");
    await expect(said(ada, "A host turned your camera off.")).toBeVisible();
    await expect(tile(lena, "Ada").locator("video")).toHaveCount(0);
    await expect.poll(() => runningCameras(ada)).toBe(0);
    await ada.getByRole("button", { name: "Turn on camera" }).click();
    await expectToSee(lena, "Ada");
  });

  await test.step("no camera for her: it goes off, light and all, and cannot be turned on", async () => {
    await choose(kenji, "Ada", "Camera");
    await expect(said(ada, "A host does not let you use your camera now.")).toBeVisible();
    await expect(tile(lena, "Ada").locator("video")).toHaveCount(0);
    await expect.poll(() => runningCameras(ada)).toBe(0);
    const camera = ada.getByRole("button", { name: "Turn on camera" });
    await expect(camera).toHaveAttribute("aria-disabled", "true");
    await choose(kenji, "Ada", "Camera");
    await expect(said(ada, "You may turn your camera on now.")).toBeVisible();
    await camera.click();
    await expectToSee(lena, "Ada");
  });

  await test.step("stop the screen share", async () => {
    await ada.getByRole("button", { name: "Share screen" }).click();
    await expect(tile(kenji, "Ada’s screen")).toBeVisible();
    await choose(kenji, "Ada", "Stop screen sharing");
    await expect(tile(lena, "Ada’s screen")).toHaveCount(0);
    await expect(said(ada, "A host stopped your screen sharing.")).toBeVisible();
    await expect(ada.getByRole("button", { name: "Share screen" })).toBeVisible();
  });

  await test.step("rename, and what a guest may do: rename herself", async () => {
    await choose(kenji, "Ada", "Rename…");
    await kenji.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
    await kenji.getByLabel("Name", { exact: true }).press("Enter");
    await expect(tile(lena, "Ada Lovelace")).toBeVisible();
    await choose(ada, "Ada Lovelace", "Change your name…");
    await ada.getByLabel("Name", { exact: true }).fill("  ");
    await ada.getByRole("button", { name: "Save" }).click();
    await expect(ada.getByText(/at least one visible character/)).toBeVisible();
    await ada.getByLabel("Name", { exact: true }).fill("Ada");
    await ada.getByRole("button", { name: "Save" }).click();
    await expect(tile(lena, "Ada")).toBeVisible();
    const people = await openPeople(ada);
    await people.getByRole("button", { name: "More about Lena" }).click();
    // What is about one's own screen is for everybody.
    await expect(ada.getByRole("menuitem").first()).toBeVisible();
    for (const name of ["Mute", "Ask to unmute", "Rename…", "Make participant", "Remove…"]) {
      await expect(ada.getByRole("menuitem", { name, exact: true })).toHaveCount(0);
    }
    await ada.keyboard.press("Escape");
  });

  await test.step("mute everyone but the hosts", async () => {
    await openPeople(kenji);
    await expect(panel(kenji).getByRole("button", { name: "Mute everyone" })).toBeVisible();
    await kenji.keyboard.press("Shift+M");
    await answer(kenji, "Mute everyone?", "Mute everyone");
    await isMuted(lena, "Ada");
    await expect(tile(kenji, "Lena").getByText("Microphone off")).toHaveCount(0);
  });

  await test.step("a cohost is offered nothing about hosts that is theirs alone", async () => {
    const people = await openPeople(kenji);
    await people.getByRole("button", { name: "More about Lena" }).click();
    await expect(kenji.getByRole("menuitem", { name: "Mute" })).toBeVisible();
    for (const name of ["Make participant", "Make host", "Remove…"]) {
      await expect(kenji.getByRole("menuitem", { name })).toHaveCount(0);
    }
    await kenji.keyboard.press("Escape");
  });

  await test.step("back to being a participant, and the controls go", async () => {
    await choose(lena, "Kenji", "Make participant");
    await expect(said(kenji, "You are a participant now.")).toBeVisible();
    await expect(kenji.getByRole("button", { name: "Host controls" })).toHaveCount(0);
    await expect(panel(kenji).getByRole("button", { name: "Mute everyone" })).toHaveCount(0);
  });
});

test("who is removed with the lobby on is out, and waits like anybody under another name", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const meeting = await createMeeting(stack);
  const [lena, ada, mallory] = await threeQuiet(person);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(mallory, meeting.path, "Mallory");
  await choose(lena, "Ada", "Make host");
  await expect(said(ada, "You are a host now.")).toBeVisible();

  await choose(lena, "Mallory", "Remove…");
  const dialog = lena.getByRole("dialog", { name: "Remove Mallory from the meeting?" });
  await expect(dialog.getByText(/cannot come back with their place/)).toBeVisible();
  await dialog.getByRole("switch", { name: /^Turn the lobby on/ }).click();
  await dialog.getByRole("switch", { name: /^Move everyone/ }).click();
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(said(lena, "Mallory was removed.")).toBeVisible();
  await expect(mallory.getByRole("heading", { name: /removed you/ })).toBeVisible();
  await expect(tile(ada, "Mallory")).toHaveCount(0);
  await expectInCall(ada);
  await expect(tile(lena, "Ada")).toBeVisible();
  await expect(tile(ada, "Lena")).toBeVisible();

  await mallory.reload();
  await mallory.getByLabel("Your name").fill("Somebody else");
  await mallory.getByRole("button", { name: "Join now" }).click();
  await expect(mallory.getByText("A host will let you in.")).toBeVisible();
  await expect(said(lena, "Somebody else wants to come in")).toBeVisible();
});

test("another host takes from a host what the link gave, and from who made the meeting nothing", async ({
  person,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const [lena, bob] = await twoQuiet(person);
  const meeting = await ownMeeting(lena, {});
  await joinAs(lena, meeting.path, "Lena");
  await openHostLink(bob, meeting);
  await comeIn(bob, "Bob");
  await expectHere(bob, "Lena");

  await test.step("Lena, who made it, is put out, reads by whom, and comes back as host", async () => {
    await choose(bob, "Lena", "Remove…");
    const dialog = bob.getByRole("dialog", { name: "Remove Lena from the meeting?" });
    await expect(dialog.getByText(/Whoever made the meeting can always come back/)).toBeVisible();
    await dialog.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(lena.getByRole("heading", { name: "Bob removed you" })).toBeVisible();
    await expect(lena.getByText("You are still a host of this meeting")).toBeVisible();
    await expect(tile(bob, "Lena")).toHaveCount(0);
    await lena.getByRole("button", { name: "Rejoin" }).click();
    await comeIn(lena, "Lena");
    await expectHere(bob, "Lena");
    await expect(lena.getByRole("button", { name: "Host controls" })).toBeVisible();
  });

  await test.step("Bob, who came by the link, is out, and so is the link", async () => {
    await choose(lena, "Bob", "Remove…");
    const dialog = lena.getByRole("dialog", { name: "Remove Bob from the meeting?" });
    await expect(dialog.getByText(/that link stops working/)).toBeVisible();
    await dialog.getByRole("button", { name: "Remove", exact: true }).click();
    const removed = bob.getByRole("heading", { name: "Lena removed you" });
    await expect(removed).toBeVisible();
    await expect(bob.getByText("ask whoever invited you")).toBeVisible();
    await expect(bob.getByRole("button", { name: "Rejoin" })).toHaveCount(0);
    const mayAct = (page: Page) =>
      page.evaluate(
        async (id) => (await fetch(`/api/v1/meetings/${id}/report`)).status,
        meeting.id,
      );
    expect([await mayAct(bob), await mayAct(lena)]).toEqual([403, 200]);

    await bob.goto("/");
    await bob.goto(`${meeting.path}#host=${meeting.hostKey}`);
    await expect(bob.getByText(/This host link does not work any more/)).toBeVisible();
    await bob.getByRole("button", { name: "Join now" }).click();
    await expect(removed).toBeVisible();
  });
});
