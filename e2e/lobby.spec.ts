import type { Page } from "playwright/test";
import {
  askAs,
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectHere,
  expectInCall,
  joinAs,
  serverAway,
  test,
  tile,
} from "./fixtures";
import { hostApi, openHostLink, seatOf } from "./host-api";
import { silent, twoQuiet } from "./host-controls";

const waitsForAdmission = (page: Page) => page.getByText("A host will let you in.");

test("a host link makes another browser host, and leaves the address at once", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/403/);
  const meeting = await createMeeting(stack, "Design review");
  const lena = await silent(await person());
  const seen: string[] = [];
  lena.on("request", (request) => seen.push(request.url()));
  await openHostLink(lena, meeting);
  expect(new URL(lena.url()).hash).toBe("");
  expect(seen.filter((url) => url.includes("host_"))).toEqual([]);
  expect(await lena.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("host_");
  await comeIn(lena, "Lena");

  await test.step("it survives a reload, and the meeting is on the list of mine", async () => {
    const home = await lena.context().newPage();
    await home.goto("/");
    await expect(
      home.getByRole("region", { name: "Your meetings" }).getByText("Design review"),
    ).toBeVisible();
    await home.getByRole("button", { name: /^More for/ }).click();
    await expect(home.getByRole("button", { name: "Delete" })).toBeVisible();
    await home.close();
  });

  await test.step("the link before a newer one makes nobody host, and says so", async () => {
    await hostApi(stack, meeting).renewHostKey();
    const kenji = await silent(await person());
    await kenji.goto(`${meeting.path}#host=${meeting.hostKey}`);
    await expect(kenji.getByText(/This host link does not work any more/)).toBeVisible();
    expect(new URL(kenji.url()).hash).toBe("");
    await comeIn(kenji, "Kenji");
    await expectHere(kenji, "Lena");
    await kenji.evaluate((key) => {
      window.location.hash = `host=${key}`;
    }, meeting.hostKey);
    await expect(kenji.getByRole("status").getByText(/This host link does not work/)).toBeVisible();
    expect(new URL(kenji.url()).hash).toBe("");
    await expect(kenji.getByRole("button", { name: "Host controls" })).toHaveCount(0);
  });
});

test("I wait to be let in; a reload keeps my place; who is inside is nobody's business until then", async ({
  person,
  stack,
  complaints,
}) => {
  test.setTimeout(150_000);
  complaints.allowed.push(/403/);
  const meeting = await createMeeting(stack, "Design review");
  const host = hostApi(stack, meeting);
  await host.change({ lobby: true });
  const [lena, kenji] = await twoQuiet(person);
  const ada = await person();
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");

  let deniedAt = 0;
  await test.step("who is denied is told so", async () => {
    await askAs(kenji, meeting.path, "Kenji");
    await expect(waitsForAdmission(kenji)).toBeVisible();
    await host.decide("Kenji", "deny");
    await expect(kenji.getByRole("heading", { name: "You were not let in" })).toBeVisible();
    deniedAt = Date.now();
    await expect(kenji.getByRole("button", { name: /^Ask again in 0:5\d$/ })).toBeVisible();
    await expectAccessible(kenji);
    await kenji.reload();
    await kenji.getByRole("button", { name: "Join now" }).click();
    await expect(kenji.getByRole("button", { name: /^Ask again in 0:\d\d$/ })).toBeVisible();
  });

  await test.step("who waits keeps the place over a reload, and hears nothing of those inside", async () => {
    const heard: Promise<string>[] = [];
    ada.on("response", (response) => {
      if (response.url().includes("/api/") || response.url().endsWith(meeting.path))
        heard.push(response.text().catch(() => ""));
    });
    await askAs(ada, meeting.path, "Ada");
    await expect(waitsForAdmission(ada)).toBeVisible();
    await expect(ada.getByRole("button", { name: "Turn off camera" })).toBeVisible();
    await expect(ada.getByRole("timer")).toHaveText(/Waiting for 0:0\d/);
    await expectAccessible(ada);
    const { identity } = await seatOf(ada, meeting);
    await ada.getByRole("button", { name: "Turn off camera" }).click();
    await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
    await ada.waitForTimeout(2_000);
    await ada.reload();
    await expect(waitsForAdmission(ada)).toBeVisible();
    await expect(ada.getByRole("button", { name: "Turn on camera" })).toBeVisible();
    await expect(ada.getByRole("timer")).not.toHaveText(/0:0[01]/);
    expect(await host.knocks()).toEqual([expect.objectContaining({ identity, name: "Ada" })]);
    const all = (await Promise.all(heard)).join("\n");
    expect(all).not.toContain("Lena");
    expect(all).not.toContain("participant_token");
  });

  await test.step("leaving the queue leads back to the form, with the name", async () => {
    await ada.getByRole("button", { name: "Leave" }).click();
    await expect(ada.getByLabel("Your name")).toHaveValue("Ada");
    await ada.getByRole("button", { name: "Join now" }).click();
    await expect(waitsForAdmission(ada)).toBeVisible();
  });

  await test.step("let in, one goes in by oneself, and the tab says so", async () => {
    await host.decide("Ada", "admit");
    await expectInCall(ada);
    await expect(ada).toHaveTitle("You are let in · Design review");
    await expectHere(ada, "Lena");
    await expect(ada.getByRole("main")).toBeFocused();
    // Let in once is let in: a reload asks nobody.
    await ada.reload();
    await expectInCall(ada);
  });

  await test.step("all at once, and whoever was denied may ask again after a minute", async () => {
    const bob = await silent(await person());
    await askAs(bob, meeting.path, "Bob");
    await expect(waitsForAdmission(bob)).toBeVisible();
    const again = kenji.getByRole("button", { name: "Ask again", exact: true });
    await expect(again).toBeVisible({ timeout: 65_000 });
    expect(Date.now() - deniedAt).toBeGreaterThan(57_000);
    await again.click();
    await expect(waitsForAdmission(kenji)).toBeVisible();
    await expect
      .poll(async () => (await host.knocks()).map(({ name }) => name))
      .toEqual(["Bob", "Kenji"]);
    await host.admitAll();
    await Promise.all([expectInCall(bob), expectInCall(kenji)]);
    await expect(tile(lena, "Bob")).toHaveCount(1);
    await expect(tile(lena, "Kenji")).toHaveCount(1);
  });
});

test("a passcode is asked of newcomers, and of nobody who has a place or is host", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/403/);
  const meeting = await createMeeting(stack);
  const host = hostApi(stack, meeting);
  await host.change({ passcode: "open sesame", mute_on_entry: true });
  const [ada, lena] = await Promise.all([person(), person()]);
  const passcode = ada.getByLabel("Passcode");

  await askAs(ada, meeting.path, "Ada");
  await expect(ada.getByText("This meeting asks for a passcode.")).toBeVisible();
  await expect(passcode).toBeFocused();
  await passcode.fill("open barley");
  await passcode.press("Enter");
  await expect(ada.getByText("That is not the passcode.")).toBeVisible();
  await expect(passcode).toBeFocused();
  await expect(ada.getByLabel("Your name")).toHaveValue("Ada");
  await expectAccessible(ada);
  await expect(ada.getByText("You come in with the microphone off")).toBeVisible();
  await passcode.fill("open sesame");
  await passcode.press("Enter");
  await expectInCall(ada);
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();

  await test.step("whoever has a place needs no passcode again", async () => {
    await ada.getByRole("button", { name: "Leave" }).click();
    await ada.getByRole("button", { name: "Rejoin" }).click();
    await expect(ada.getByLabel("Your name")).toHaveValue("Ada");
    await expect(ada.getByLabel("Passcode")).toHaveCount(0);
    await ada.getByRole("button", { name: "Join now" }).click();
    await expectInCall(ada);
  });

  await test.step("the host needs none, and comes in with the microphone on", async () => {
    await openHostLink(lena, meeting);
    await expect(lena.getByLabel("Passcode")).toHaveCount(0);
    await comeIn(lena, "Lena");
    await expect(lena.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
  });
});

test("a locked meeting takes nobody new, and says nothing of those inside", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/403/);
  const meeting = await createMeeting(stack);
  const host = hostApi(stack, meeting);
  const [ada, kenji] = await twoQuiet(person);
  await joinAs(ada, meeting.path, "Ada");
  await host.change({ locked: true });
  await askAs(kenji, meeting.path, "Kenji");
  await expect(kenji.getByText(/The meeting is locked/)).toBeVisible();
  await expect(kenji.getByText("One person is here")).toBeVisible();
  await expect(kenji.getByText(/Ada/)).toHaveCount(0);
  await expectAccessible(kenji);
  await host.change({ locked: false });
  await kenji.getByRole("button", { name: "Join now" }).click();
  await expectInCall(kenji);
});

test("the meeting begins when a host is here, goes on without, and waits for one again when it was ended", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway, /room does not exist/);
  const meeting = await createMeeting(stack);
  await hostApi(stack, meeting).change({ wait_for_host: true });
  const [ada, lena] = await twoQuiet(person);
  const waitsForHost = ada.getByText("The meeting begins when a host is here.");
  await askAs(ada, meeting.path, "Ada");
  await expect(waitsForHost).toBeVisible();
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await expectInCall(ada);
  await expectHere(ada, "Lena");
  await expectHere(lena, "Ada");

  await lena.getByRole("button", { name: "Leave" }).click();
  await lena.getByRole("button", { name: "Just leave, the meeting goes on" }).click();
  await expect(tile(ada, "Lena")).toHaveCount(0);
  await expectInCall(ada);
  const lost = ada.getByText(/Lost the connection/);
  await test.step("LiveKit starts again while no host is there", async () => {
    await stack.livekit.kill();
    await expect(lost.first()).toBeVisible();
    await stack.livekit.start();
    await expect(lost).toHaveCount(0, { timeout: 30_000 });
    await expectInCall(ada);
    await expect(waitsForHost).toHaveCount(0);
  });
  await test.step("a host ends it while LiveKit is away", async () => {
    await stack.livekit.kill();
    await expect(hostApi(stack, meeting).endForEveryone()).rejects.toThrow(/503/);
    await stack.livekit.start();
    await expect(waitsForHost).toBeVisible({ timeout: 30_000 });
    await lena.getByRole("button", { name: "Rejoin" }).click();
    await lena.getByRole("button", { name: "Join now" }).click();
    await expectHere(ada, "Lena");
  });
});

test("while I wait the service goes away and comes back, and my place is kept", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/ERR_/, /Failed to load resource/);
  const meeting = await createMeeting(stack);
  const host = hostApi(stack, meeting);
  await host.change({ lobby: true });
  const ada = await silent(await person());
  await askAs(ada, meeting.path, "Ada");
  await expect(waitsForAdmission(ada)).toBeVisible();
  await stack.stopApp();
  await expect(ada.getByText(/Your place is kept/)).toBeVisible();
  await stack.startApp();
  await expect(ada.getByText(/Your place is kept/)).toHaveCount(0);
  await ada.context().setOffline(true);
  await expect(ada.getByText(/You are offline/)).toBeVisible();
  await ada.context().setOffline(false);
  await expect(ada.getByText(/You are offline/)).toHaveCount(0);
  await host.decide("Ada", "admit");
  await expectInCall(ada);
});

test("a full meeting says so, and takes me when there is room", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(/409/);
  const meeting = await createMeeting(stack);
  const host = hostApi(stack, meeting);
  await host.change({ max_participants: 1 });
  const [ada, lena] = await twoQuiet(person);
  await joinAs(ada, meeting.path, "Ada");
  await askAs(lena, meeting.path, "Lena");
  await expect(lena.getByRole("heading", { name: "The meeting is full" })).toBeVisible();
  await host.change({ max_participants: 2 });
  await lena.getByRole("button", { name: "Try again" }).click();
  await expectInCall(lena);
  await expectHere(lena, "Ada");
});
