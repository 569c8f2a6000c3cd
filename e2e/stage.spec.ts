// What the stage shows, and to whom.
import type { Page } from "playwright/test";
import { field, openChat, row, write } from "./chat-steps";
import { bringCrowd } from "./crowd";
import {
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectInCall,
  expectToSee,
  intercept,
  joinAs,
  test,
  tile,
} from "./fixtures";
import { openHostLink } from "./host-api";
import { panel, said, silent, withoutCamera } from "./host-controls";
import { workMeter } from "./work-meter";

const areaOf = async (page: Page, name: string) => {
  const box = await tile(page, name).boundingBox();
  return box ? box.width * box.height : 0;
};

/** One of them is at least so many times as large as another one. */
async function expectLarger(page: Page, large: string, small: string, times: number) {
  await expect
    .poll(async () => (await areaOf(page, large)) / (await areaOf(page, small)), {
      message: `${large} against ${small}`,
    })
    .toBeGreaterThan(times);
}

async function expectEqual(page: Page, one: string, other: string) {
  await expect
    .poll(async () => (await areaOf(page, one)) / (await areaOf(page, other)))
    .toBeCloseTo(1, 1);
}

/** Chooses from the menu of somebody's tile, by keyboard. */
async function chooseOnTile(page: Page, name: string, what: string) {
  await tile(page, name)
    .getByRole("button", { name: `More about ${name}` })
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: what }).focus();
  await page.keyboard.press("Enter");
  // What is pressed next is not the closing menu's.
  await expect(page.getByRole("menu")).toHaveCount(0);
}

test("views by hand, a pin, and hiding what I do not want to see", async ({ person, stack }) => {
  const meeting = await createMeeting(stack);
  const crowd = await bringCrowd(`${stack.url}${meeting.path}`, "--people", "4", "--cameras", "3");
  const ada = await person();
  await joinAs(ada, meeting.path, "Ada");
  await expectToSee(ada, "Kenji Sato");
  const [lena, kenji, tomas] = ["Lena Fischer", "Kenji Sato", "Tomás Ruiz"];

  // By itself everybody is alike; a pin makes one large, whatever the view, until it is taken back.
  await expectEqual(ada, lena, kenji);
  await chooseOnTile(ada, kenji, "Pin for me");
  await expectLarger(ada, kenji, lena, 6);
  await ada.keyboard.press("x");
  await expectEqual(ada, lena, kenji);

  // L goes through the views; the menu chooses one, and it is the same after a reload.
  await ada.keyboard.press("l");
  await expect(ada.getByText("View: Grid")).toBeVisible();
  await ada.keyboard.press("l");
  await expect(ada.getByText("View: Speaker")).toBeVisible();
  await expect.poll(() => ratioOfLargest(ada)).toBeGreaterThan(6);
  await ada.getByRole("button", { name: "View", exact: true }).click();
  await expectAccessible(ada);
  await ada.getByRole("menuitemradio", { name: "Side by side" }).click();
  await ada.reload();
  await expectInCallAgain(ada);
  await expect.poll(() => ratioOfLargest(ada)).toBeGreaterThan(3);
  await ada.keyboard.press("l");
  await expect.poll(() => ratioOfLargest(ada)).toBeLessThan(1.2);

  // Oneself, and those without a picture.
  await expect(tile(ada, "Ada (you)")).toBeVisible();
  await ada.getByRole("button", { name: "View", exact: true }).click();
  await ada.getByRole("menuitemcheckbox", { name: "Show my picture" }).click();
  await expect(tile(ada, "Ada (you)")).toHaveCount(0);
  await expect(tile(ada, tomas)).toBeVisible();
  await ada.getByRole("button", { name: "View", exact: true }).click();
  await ada.getByRole("menuitemcheckbox", { name: "Show people without video" }).click();
  await expect(tile(ada, tomas)).toHaveCount(0);
  const whoIsHidden = ada.getByRole("button", { name: "1 person without video" });
  await ada.keyboard.press("y");
  const own = await tile(ada, "Ada (you)").boundingBox();
  const button = await whoIsHidden.boundingBox();
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThan(own?.y ?? 0);
  await whoIsHidden.click();
  await expect(tile(ada, tomas)).toBeVisible();
  await crowd.leave();
});

test("the call goes on in a small window over others, with its buttons and keys", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const crowd = await bringCrowd(`${stack.url}${meeting.path}`, "--people", "2");
  const ada = await withoutCamera(await person());
  await openHostLink(ada, meeting);
  await comeIn(ada, "Ada");
  await expectToSee(ada, "Kenji Sato");
  const [pip] = await Promise.all([ada.context().waitForEvent("page"), ada.keyboard.press("i")]);
  await expectToSee(pip, "Kenji Sato");
  await expect(tile(pip, "Ada (you)")).toHaveCount(0);
  await expectAccessible(pip);
  await pip.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  await pip.keyboard.press("m");
  await expect(ada.getByRole("button", { name: "Turn off microphone" })).toBeVisible();
  // It goes while the key is down.
  await pip.keyboard.press("i").catch(() => undefined);
  await expect.poll(() => pip.isClosed()).toBe(true);
  const [again] = await Promise.all([ada.context().waitForEvent("page"), ada.keyboard.press("i")]);
  await test.step("the only host who leaves there is asked in the page, and it goes", async () => {
    await again.getByRole("button", { name: "Leave" }).click();
    await expect.poll(() => again.isClosed()).toBe(true);
    const question = ada.getByRole("dialog", { name: "Leave the meeting?" });
    await question.getByRole("button", { name: "Just leave, the meeting goes on" }).click();
    await expect(ada.getByRole("heading", { name: "You left" })).toBeVisible();
  });
  await crowd.leave();
});

test("without a window for pages the largest picture goes over others; who wants no motion gets none", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const crowd = await bringCrowd(`${stack.url}${meeting.path}`, "--people", "3");
  const ada = await withoutCamera(await person({ reducedMotion: "reduce" }));
  await ada.addInitScript(() => Reflect.deleteProperty(window, "documentPictureInPicture"));
  await joinAs(ada, meeting.path, "Ada");
  await expectToSee(ada, "Kenji Sato");
  const inPip = () =>
    ada.evaluate(
      () =>
        document.pictureInPictureElement?.closest("[data-tile]")?.getAttribute("aria-label") ??
        null,
    );
  await ada.keyboard.press("i");
  await expect.poll(inPip).toMatch(/Kenji|Lena|Amara|Tomás/);
  await ada.getByRole("button", { name: "View", exact: true }).click();
  await ada.getByRole("menuitem", { name: "Close picture in picture" }).click();
  await expect.poll(inPip).toBeNull();
  await test.step("with no picture to show that is said, and not to press once more", async () => {
    await ada.keyboard.press("a");
    const pictures = () =>
      ada
        .locator("[data-tile] video")
        .evaluateAll(
          (all) =>
            all.filter((each) => each instanceof HTMLVideoElement && each.readyState > 0).length,
        );
    await expect.poll(pictures).toBe(0);
    await ada.keyboard.press("i");
    await expect(ada.getByText(/There is no picture to show yet/)).toBeVisible();
    await ada.keyboard.press("a");
    await expectToSee(ada, "Kenji Sato");
  });

  const before = await placesOf(ada);
  const last = await ada
    .locator('[data-tile]:not([aria-label$="(you)"])')
    .last()
    .getAttribute("aria-label");
  await tile(ada, last ?? "").hover();
  await ada.keyboard.press("x");
  await expect.poll(() => placesOf(ada)).not.toEqual(before);
  const moving = await ada.evaluate(
    () =>
      document
        .getAnimations()
        .filter((each) => Number(each.effect?.getComputedTiming().duration ?? 0) > 0).length,
  );
  expect(moving).toBe(0);
  // Whoever is large now is first by the keyboard, too, wherever they are in the document.
  await ada.getByRole("region", { name: "People in the meeting" }).focus();
  await ada.keyboard.press("Tab");
  await expect(tile(ada, last ?? "").locator(":focus")).toHaveCount(1);
  await crowd.leave();
});

/** Where the tiles are drawn now, in the order of the document. */
function placesOf(page: Page) {
  return page
    .locator("[data-tile]")
    .evaluateAll((tiles) =>
      tiles.map((each) => Object.values(each.getBoundingClientRect().toJSON()).join()),
    );
}

/** How many times as large as the smallest tile of the others the largest one is. */
async function ratioOfLargest(page: Page): Promise<number> {
  return await page.locator('[data-tile]:not([aria-label$="(you)"])').evaluateAll((tiles) => {
    const sizes = tiles.map((each) => each.clientWidth * each.clientHeight).sort((a, b) => a - b);
    return (sizes.at(-1) ?? 0) / (sizes[0] ?? 1);
  });
}

async function expectInCallAgain(page: Page) {
  await expectInCall(page);
  await expect.poll(() => page.locator("[data-tile]").count()).toBeGreaterThan(3);
}

test("a host shows somebody large to everybody: also to who comes later, and nobody else may", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const crowd = await bringCrowd(`${stack.url}${meeting.path}`, "--people", "2");
  const [ada, lena] = await Promise.all([person(), person()]);
  await Promise.all([withoutCamera(ada), withoutCamera(lena)]);
  await joinAs(ada, `${meeting.path}#host=${meeting.hostKey}`, "Ada");
  const kenji = "Kenji Sato";

  await chooseOnTile(ada, kenji, "Show large to everyone");
  await expectLarger(ada, kenji, "Lena Fischer", 6);
  await joinAs(lena, meeting.path, "Lena");
  await expectLarger(lena, kenji, "Lena Fischer", 6);
  await expect(tile(lena, kenji).getByText("Shown large to everyone")).toBeAttached();
  // Who wants to see all alike then chooses so; what is remembered of another time does not stand against it.
  await lena.keyboard.press("l");
  await expect(lena.getByText("View: Grid")).toBeVisible();
  await expectEqual(lena, kenji, "Lena Fischer");
  await lena.reload();
  await expectInCall(lena);
  await expectLarger(lena, kenji, "Lena Fischer", 6);

  // A guest is not offered it, and refused.
  await tile(lena, kenji)
    .getByRole("button", { name: `More about ${kenji}` })
    .focus();
  await lena.keyboard.press("Enter");
  await expect(lena.getByRole("menuitem", { name: "Pin for me" })).toBeVisible();
  await expect(lena.getByRole("menuitem", { name: /to everyone/ })).toHaveCount(0);
  await lena.keyboard.press("Escape");
  const seat = await lena.evaluate((id) => localStorage.getItem(`meetings.seat.${id}`), meeting.id);
  const token = /seat_[\w-]+/.exec(seat ?? "")?.[0];
  expect(token).toBeDefined();
  const refused = await fetch(`${stack.url}/api/v1/meetings/${meeting.id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ spotlight: null }),
  });
  expect(refused.status).toBe(403);

  // It ends with a word of the host's, and with the person's going; the next word waits for a slow answer.
  await intercept(ada, `**/api/v1/meetings/${meeting.id}`, async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.fulfill({ response });
  });
  await chooseOnTile(ada, kenji, "Show no longer to everyone");
  await expectEqual(lena, kenji, "Lena Fischer");
  await chooseOnTile(ada, kenji, "Show large to everyone");
  await expectLarger(lena, kenji, "Lena Fischer", 6);
  await expect(lena.getByText("Kenji Sato is shown large to everyone.")).toBeAttached();
  await crowd.leave();
  await expect(tile(lena, kenji)).toHaveCount(0);
  await expect(tile(lena, "Ada").getByText("Shown large to everyone")).toHaveCount(0);
  await ada.unrouteAll({ behavior: "wait" });
});

/** Every video track that comes in, by its id: how many frames were decoded of it. */
async function framesByTrack(page: Page): Promise<Record<string, number>> {
  return await page.evaluate(async () => {
    const counts: Record<string, number> = {};
    for (const connection of globalThis.connections ?? []) {
      for (const stat of (await connection.getStats()).values()) {
        if (stat.type !== "inbound-rtp" || stat.kind !== "video") continue;
        counts[stat.trackIdentifier] = stat.framesDecoded ?? 0;
      }
    }
    return counts;
  });
}

declare global {
  /** What `keepConnections` keeps. */
  var connections: RTCPeerConnection[] | undefined;
}

async function keepConnections(page: Page) {
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    globalThis.connections = made;
    const Native = globalThis.RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    };
  });
}

/** The tracks that a picture on the stage shows now. */
async function tracksInSight(page: Page): Promise<string[]> {
  return await page
    .locator("[data-tile] video")
    .evaluateAll((videos) =>
      videos.flatMap((video) =>
        video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream
          ? video.srcObject.getVideoTracks().map(({ id }) => id)
          : [],
      ),
    );
}

/** Whose tiles are drawn, the largest first. */
async function keysBySize(page: Page): Promise<(string | null)[]> {
  return await page.locator("[data-tile]").evaluateAll((tiles) => {
    const size = (tile: Element) => tile.clientWidth * tile.clientHeight;
    return tiles
      .sort((a, b) => size(b) - size(a))
      .map((tile) => tile.getAttribute("data-tile-key"));
  });
}

test("of forty-nine people only those on the page are decoded, the page has little to do, and who speaks comes into sight", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const bring = (...options: string[]) =>
    bringCrowd(`${stack.url}${meeting.path}`, "--people", ...options);
  const crowd = await bring("17");
  const ada = await withoutCamera(await person());
  await keepConnections(ada);
  const work = await workMeter(ada);
  await joinAs(ada, meeting.path, "Ada");
  await expect(ada.getByText("1 of 2")).toBeVisible();
  // Behind those with a picture, while these are looked at.
  const others = bring("30", "--no-video");

  const expectOnlyThoseInSight = async (seen: number) => {
    // Those that are not looked at are stopped within a moment, not at once.
    await expect
      .poll(
        async () => {
          const before = await framesByTrack(ada);
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          const after = await framesByTrack(ada);
          const grown = Object.keys(after).filter(
            (track) => (after[track] ?? 0) > (before[track] ?? 0),
          );
          const inSight = await tracksInSight(ada);
          const unseen = grown.filter((track) => !inSight.includes(track));
          return { unseen, grown: grown.length };
        },
        { intervals: [0], timeout: 25_000 },
      )
      .toEqual({ unseen: [], grown: seen });
    return await tracksInSight(ada);
  };
  const first = await expectOnlyThoseInSight(15);
  await ada.keyboard.press("n");
  await expect(ada.getByText(/^2 of/)).toBeVisible();
  const second = await expectOnlyThoseInSight(2);
  expect(first).not.toContain(second[0]);
  // All were there to be decoded. One that was stopped before its first picture is known from here on.
  expect(Object.keys(await framesByTrack(ada))).toHaveLength(17);
  await ada.keyboard.press("b");
  await expect(ada.getByText(/^1 of/)).toBeVisible();
  const quiet = await others;
  await expect(ada.getByText("1 of 4")).toBeVisible();

  const inSight = await keysBySize(ada);
  const voice = await bring("1", "--no-video", "--sound");
  const news = async () => (await keysBySize(ada)).filter((key) => !inSight.includes(key));
  await expect.poll(news, { message: "who speaks comes to this page" }).toHaveLength(1);
  const [speaker = null] = await news();
  await test.step("and is the large one in the view that follows", async () => {
    await ada.keyboard.press("l");
    await ada.keyboard.press("l");
    await expect(ada.getByText("View: Speaker")).toBeVisible();
    await expect.poll(async () => (await keysBySize(ada))[0]).toBe(speaker);
    await ada.keyboard.press("l");
    await ada.keyboard.press("l");
    await expect(ada.getByText("View: Automatic")).toBeVisible();
  });

  await test.step("the page has little to do, and opens the list of all at once", async () => {
    const elements = await ada.evaluate(() => document.querySelectorAll("*").length);
    expect(elements).toBeLessThan(1_500);
    const still = await work(() => new Promise((resolve) => setTimeout(resolve, 5_000)));
    expect(still / 5, "work in a second while one speaks").toBeLessThan(0.4);
    const heading = ada.getByRole("heading", { name: "49 people" });
    // Fetched the first time: that is measured by nothing here.
    await ada.keyboard.press("p");
    await expect(panel(ada).locator("li")).toHaveCount(40);
    await ada.keyboard.press("p");
    await expect(heading).toBeHidden();
    const listed = await work(async () => {
      await ada.keyboard.press("p");
      await expect(heading).toBeVisible();
      await expect(panel(ada).locator("li")).toHaveCount(40);
    });
    expect(listed, "work for the list").toBeLessThan(1.5);
    await panel(ada).locator("li").last().scrollIntoViewIfNeeded();
    await expect(panel(ada).locator("li")).toHaveCount(49);
  });

  await test.step("a pin is not in the way of the next one when its person has gone", async () => {
    await tile(ada, "Mei Lin").hover();
    await ada.keyboard.press("x");
    await expect(tile(ada, "Mei Lin").getByRole("button", { name: "Unpin" })).toBeVisible();
    await crowd.leave();
    await expect(ada.getByRole("button", { name: "Unpin" })).toHaveCount(0);
    await panel(ada).hover();
    await expect(panel(ada).getByText("Speaking")).toBeAttached();
    await ada.keyboard.press("x");
    const pinned = ada.locator(`[data-tile-key="${speaker}"]`);
    await expect(pinned.getByRole("button", { name: "Unpin" })).toBeVisible();
  });
  await Promise.all([quiet.leave(), voice.leave()]);
});

/** Shares a screen of full size that hardly moves: the browser's own made-up one costs a core to send. */
async function withStillScreen(page: Page) {
  await page.addInitScript(() => {
    Object.assign(navigator.mediaDevices, {
      getDisplayMedia: async () => {
        const screen = Object.assign(document.createElement("canvas"), {
          width: 1920,
          height: 1080,
        });
        const paint = screen.getContext("2d");
        let at = 0;
        setInterval(() => {
          at += 1;
          paint?.clearRect(0, 0, 400, 100);
          paint?.fillText(`${at}`, 40, 40);
        }, 200);
        return screen.captureStream();
      },
    });
  });
  return page;
}

test("two shared screens: the later one is large, either is looked at closely and fills the screen; in light", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const crowd = await bringCrowd(`${stack.url}${meeting.path}`, "--people", "2", "--screens", "1");
  const low = { width: 1280, height: 600 };
  const [ada, grace] = await Promise.all([
    person({ colorScheme: "light", viewport: low }).then(withoutCamera),
    person().then(silent).then(withStillScreen),
  ]);
  await ada.addInitScript(() => localStorage.setItem("meetings.theme", "light"));
  await joinAs(grace, meeting.path, "Grace");
  await joinAs(ada, meeting.path, "Ada");
  const [one, other] = ["Grace’s screen", "Lena Fischer’s screen"];
  await expectToSee(ada, other);

  // Grace came before Ada and shares after Lena: whoever was there, and whoever comes later, sees hers large.
  await grace.getByRole("button", { name: "Share screen" }).click();
  await expectToSee(ada, one);
  await expectLarger(ada, one, other, 6);
  await ada.reload();
  await expectInCall(ada);
  await expectToSee(ada, one);
  await expectLarger(ada, one, other, 6);

  // In a low window half of its lines are enough, until one looks closer.
  const lines = () =>
    tile(ada, one)
      .locator("video")
      .evaluate((video) => (video instanceof HTMLVideoElement ? video.videoHeight : 0));
  await expect.poll(lines).toBe(540);
  await ada.keyboard.press("+");
  await expect.poll(lines, { timeout: 30_000 }).toBe(1080);
  await ada.setViewportSize({ width: 1280, height: 800 });
  await chooseOnTile(ada, other, "Pin for me");
  await expectLarger(ada, other, one, 6);
  await grace.getByRole("button", { name: "Stop sharing" }).first().click();

  // Closer by keys, the wheel and buttons; moved by arrows and by hand; whole again.
  const screen = tile(ada, other);
  const closeness = screen.getByRole("status");
  const place = () => screen.locator("video").evaluate((video) => video.getBoundingClientRect().x);
  await ada.keyboard.press("+");
  await expect(closeness).toHaveText("150%");
  await screen.getByRole("button", { name: "Zoom in" }).click();
  await expect(closeness).toHaveText("225%");
  await expect.poll(place).toBeLessThan(-500);
  const middle = await place();
  await ada.keyboard.press("ArrowLeft");
  await expect.poll(place).toBeGreaterThan(middle + 50);
  await ada.mouse.move(300, 300);
  await ada.mouse.down();
  await ada.mouse.move(200, 300, { steps: 4 });
  await ada.mouse.up();
  await expect.poll(place).toBeLessThan(middle + 40);
  // Without drawing, too: by buttons, as far as there is something to see.
  const left = screen.getByRole("button", { name: "Look further left" });
  const drawn = await place();
  await left.click();
  await expect.poll(place).toBeGreaterThan(drawn + 100);
  await left.click();
  await left.click();
  await expect(left).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(ada);
  await ada.keyboard.press("0");
  await expect(closeness).toHaveText("100%");
  await ada.mouse.wheel(0, -200);
  await expect(closeness).not.toHaveText("100%");

  // Its keys are shortcuts as all others are, turned off with them; buttons stay.
  await ada.keyboard.press("0");
  await ada.keyboard.press(",");
  await ada.getByRole("tab", { name: "Keyboard" }).click();
  await ada.getByRole("switch", { name: "Use shortcuts" }).uncheck();
  await ada.keyboard.press("Escape");
  await ada.getByRole("main").focus();
  await ada.keyboard.press("+");
  await ada.mouse.move(300, 300);
  await expect(closeness).toHaveText("100%");

  // Full screen is the call's, with this screen alone on the stage; closer there as before, and moved.
  await ada.mouse.dblclick(300, 300);
  await expect.poll(() => fullScreen(ada)).toBe("main");
  await expect(ada.locator("[data-tile]")).toHaveCount(1);
  const wide = () => screen.evaluate((tile) => tile.clientWidth / window.innerWidth);
  await expect.poll(wide).toBe(1);
  await screen.getByRole("button", { name: "Zoom in" }).click();
  await expect(closeness).toHaveText("150%");
  await expect.poll(place).toBeLessThan(-300);
  const before = await place();
  await ada.keyboard.press("ArrowLeft");
  await expect.poll(place).toBeGreaterThan(before + 50);
  await expectAccessible(ada);
  await screen.getByRole("button", { name: "Leave full screen" }).click();
  await expect.poll(() => fullScreen(ada)).toBeNull();
  await expect(ada.locator("[data-tile]")).not.toHaveCount(1);

  // What fills the screen goes: so does full screen.
  await ada.mouse.dblclick(300, 300);
  await expect.poll(() => fullScreen(ada)).toBe("main");
  await crowd.leave();
  await expect.poll(() => fullScreen(ada)).toBeNull();
});

/** What fills the screen, by the name of its element. */
const fullScreen = (page: Page) =>
  page.evaluate(() => document.fullscreenElement?.localName ?? null);

test("in full screen the rest of the call is at hand: bar, chat, and what others say", async ({
  person,
  stack,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(), person()]);
  await withoutCamera(ada);
  await joinAs(lena, meeting.path, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await expectToSee(ada, "Lena");
  await tile(ada, "Lena").hover();
  await ada.keyboard.press("f");
  await expect.poll(() => fullScreen(ada)).toBe("main");
  await expect(tile(ada, "Ada (you)")).toHaveCount(0);
  await expectToSee(ada, "Lena");

  // The bar is there to be pressed, and a note to be seen.
  await ada.getByRole("button", { name: "Turn off microphone" }).click();
  await expect(ada.getByRole("button", { name: "Turn on microphone" })).toBeVisible();
  await openChat(lena);
  await write(lena, "Can you read this?");
  const note = said(ada, "Lena: Can you read this?");
  await expect(note).toBeVisible();
  await note.hover();

  // What is typed next stands in a field that one sees: a click would not come through what covers it.
  await ada.keyboard.press("c");
  await expect(field(ada)).toBeFocused();
  await field(ada).click();
  await ada.keyboard.type("m, yes");
  await ada.keyboard.press("Enter");
  await expect(row(lena, "m, yes")).toBeVisible();
  await expect(tile(ada, "Lena")).toBeInViewport({ ratio: 1 });
  await ada.keyboard.press("Escape");

  // A menu in it, and the ways out: the key, the browser's own, the menu.
  await ada.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  await expect(tile(ada, "Ada (you)")).toBeVisible();
  if (await field(ada).isVisible()) await ada.getByRole("button", { name: "Close" }).click();
  await tile(ada, "Lena").hover();
  await ada.keyboard.press("f");
  await expect.poll(() => fullScreen(ada)).toBe("main");
  await ada.keyboard.press("e");
  await ada.getByRole("menuitem", { name: "Leave full screen" }).click();
  await expect.poll(() => fullScreen(ada)).toBeNull();
  await ada.keyboard.press("f");
  await expect.poll(() => fullScreen(ada)).toBe("main");
  await ada.keyboard.press("f");
  await expect.poll(() => fullScreen(ada)).toBeNull();
});
