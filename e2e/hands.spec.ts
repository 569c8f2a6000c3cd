import type { Page } from "playwright/test";
import {
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectInCall,
  intercept,
  joinAs,
  test,
  tile,
} from "./fixtures";
import { hostApi, openHostLink } from "./host-api";
import { panel, said, withoutCamera } from "./host-controls";
import { rawGuests } from "./raw-guests";
import { notesOf, turnSoundOff, withNotes, withVoice } from "./sound";

const place = (page: Page, name: string, number: number) =>
  expect(tile(page, name).getByText(`Hand raised, number ${number}`)).toBeAttached();
const isDown = (page: Page, name: string) =>
  expect(tile(page, name).getByText(/^Hand raised/)).toHaveCount(0);

test("hands are a queue that all see and a host runs; reloads and a server that is away included", async ({
  person,
  stack,
  complaints,
}) => {
  test.setTimeout(150_000);
  complaints.allowed.push(/ERR_|Failed to load resource/);
  const meeting = await createMeeting(stack);
  const quiet = async () => withoutCamera(await person());
  const [lena, kenji, ada] = await Promise.all([quiet(), quiet(), quiet()]);
  await Promise.all([withVoice(ada), withNotes(lena)]);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(kenji, meeting.path, "Kenji");
  await joinAs(ada, meeting.path, "Ada");
  await expect(tile(kenji, "Ada")).toBeVisible();

  await test.step("in the order of raising, on the tiles and to the ear", async () => {
    await kenji.keyboard.press("h");
    await place(lena, "Kenji", 1);
    await expect(said(lena, "Kenji raised their hand.")).toBeVisible();
    await expect.poll(() => notesOf(lena)).toEqual([660]);
    await turnSoundOff(lena, "handSound");
    await expect(ada.getByRole("log").getByText("Kenji raised their hand.")).toBeAttached();
    await ada.getByRole("button", { name: "Raise hand" }).click();
    await place(lena, "Ada", 2);
    await place(kenji, "Ada", 2);
    await expect(ada.getByText("You are number 2 in the queue.")).toBeAttached();
    await expect(said(lena, "Kenji and 1 other raised their hands.")).toBeVisible();
    expect(await notesOf(lena)).toEqual([660]);
  });

  await test.step("a reload keeps the place", async () => {
    await ada.reload();
    await expectInCall(ada);
    await place(ada, "Ada (you)", 2);
    await place(lena, "Ada", 2);
  });

  await test.step("the host calls on the next: the hand goes down, all are told", async () => {
    await kenji.keyboard.press("m");
    await expect(tile(lena, "Kenji").getByText("Microphone off")).toBeAttached();
    await lena.keyboard.press("p");
    const queue = panel(lena).getByRole("list", { name: "2 hands raised" });
    await expect(queue.getByRole("listitem")).toHaveText([/Kenji/, /Ada/]);
    await expectAccessible(lena);
    await panel(lena).getByRole("button", { name: "Call on the next" }).focus();
    await lena.keyboard.press("Enter");
    await expect(said(kenji, "Lena calls on you: it is your turn to speak.")).toBeVisible();
    await expect(kenji.getByText("Lena asks you to turn your microphone on.")).toBeVisible();
    await expect(said(ada, "Lena calls on Kenji.")).toBeVisible();
    await isDown(lena, "Kenji");
    await place(kenji, "Ada", 1);
    await expect(ada.getByText("Lena asks you")).toHaveCount(0);
    await isDown(kenji, "Kenji (you)");
  });

  await test.step("the host lowers one, then all", async () => {
    await panel(lena).getByRole("button", { name: "Lower Ada’s hand" }).click();
    await expect(said(ada, "A host lowered your hand.")).toBeVisible();
    await expect(kenji.getByRole("log").getByText("Ada’s hand is down.")).toBeAttached();
    // A call takes the hand down, too: whose turn it was is told of that alone.
    await expect(kenji.getByText("A host lowered your hand.")).toHaveCount(0);
    await expect(ada.getByText("Kenji’s hand is down.")).toHaveCount(0);
    await expect(ada.getByRole("button", { name: "Raise hand" })).toBeVisible();
    await Promise.all([ada.keyboard.press("h"), kenji.keyboard.press("h")]);
    await expect(panel(lena).getByRole("list", { name: "2 hands raised" })).toBeVisible();
    await panel(lena).getByRole("button", { name: "Lower all" }).click();
    await Promise.all([isDown(ada, "Kenji"), isDown(kenji, "Ada"), isDown(lena, "Ada")]);
  });

  await test.step("no guest runs the queue", async () => {
    await kenji.keyboard.press("h");
    await place(ada, "Kenji", 1);
    await ada.keyboard.press("p");
    await expect(panel(ada).getByRole("list", { name: "1 hand raised" })).toBeVisible();
    await expect(panel(ada).getByRole("button", { name: /Call on|Lower/ })).toHaveCount(0);
    await panel(kenji).or(kenji.locator("body")).first().press("h");
    await isDown(ada, "Kenji");
  });

  await test.step("who has spoken is offered to lower the hand; it stays up by itself", async () => {
    await ada.keyboard.press("Escape");
    await ada.keyboard.press("h");
    const offer = said(ada, "You have spoken. Lower your hand?");
    const ring = tile(ada, "Ada (you)").locator('[class*="inset_0_0_0_3px"]');
    await expect(ring, "the ring of who speaks").toBeAttached();
    // For as long as she speaks it is her turn.
    await ada.waitForTimeout(5_000);
    await expect(offer).toBeHidden();
    await ada.keyboard.press("m");
    await expect(offer).toBeVisible();
    await place(lena, "Ada", 1);
    const answered = ada.waitForResponse(/participants\//);
    await ada.getByRole("button", { name: "Lower it" }).click();
    // What is held up in the next step is not this.
    await answered;
    await isDown(lena, "Ada");
  });

  await test.step("it is up for me at once, for the others when the server knows", async () => {
    let release = () => {};
    const answer = new Promise<void>((resolve) => {
      release = resolve;
    });
    await intercept(ada, /participants\//, async (route) => {
      await answer;
      await route.continue();
    });
    await ada.keyboard.press("h");
    await expect(ada.getByRole("button", { name: "Lower your hand" })).toBeVisible();
    await isDown(lena, "Ada");
    release();
    await place(lena, "Ada", 1);
    await ada.unroute(/participants\//);
    await ada.keyboard.press("h");
    await isDown(lena, "Ada");
  });

  await test.step("with the server away it comes down again, with a sentence", async () => {
    await stack.stopApp();
    await ada.keyboard.press("h");
    await expect(said(ada, "The server did not answer. Try again in a moment.")).toBeVisible();
    await expect(ada.getByRole("button", { name: "Raise hand" })).toBeVisible();
    await stack.startApp();
    await ada.keyboard.press("h");
    await place(lena, "Ada", 1);
  });
});

test("a hand, a turn or a place that somebody claims for themselves is nobody's", async ({
  person,
  stack,
  browser,
}) => {
  const meeting = await createMeeting(stack);
  const ada = await withoutCamera(await person({ colorScheme: "light" }));
  await ada.addInitScript(() => {
    if (location.protocol !== "about:") localStorage.setItem("meetings.theme", "light");
  });
  await joinAs(ada, meeting.path, "Ada");
  const mallory = await rawGuests(browser, stack, meeting, ["Mallory"]);
  await expect(tile(ada, "Mallory")).toBeVisible();
  const early = "2020-01-01T00:00:00.000Z";
  const taken = await mallory.claim({
    hand_raised_at: early,
    role: "host",
    called_on_at: early,
    called_on_by: "Ada",
  });
  expect(taken).toBe(false);
  for (const topic of ["meetings.hands", "raise-hand", "meetings.called"]) {
    await mallory.send(topic, ['{"hand_raised":true,"identity":"p_1"}', "{}", "\u0000"]);
  }
  await ada.keyboard.press("h");
  await place(ada, "Ada (you)", 1);
  await isDown(ada, "Mallory");
  await expect(tile(ada, "Mallory").getByText("Host")).toHaveCount(0);
  await ada.keyboard.press("p");
  await expect(panel(ada).getByRole("list", { name: "1 hand raised" })).toBeVisible();
  await expectAccessible(ada);
  await hostApi(stack, meeting).lowerHands();
  await expect(said(ada, "A host lowered your hand.")).toBeVisible();
  await mallory.leave();
});
