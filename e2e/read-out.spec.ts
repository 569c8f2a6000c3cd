import type { Page } from "playwright/test";
import { comeIn, createMeeting, expect, joinAs, test, tile } from "./fixtures";
import { hostApi, openHostLink } from "./host-api";
import { twoQuiet } from "./host-controls";
import { rawGuests } from "./raw-guests";

declare global {
  interface Window {
    /** What a screen reader would have been given to read. */
    readOut: string[];
  }
}

/** Writes down whatever comes into a region that is read out. */
async function listen(page: Page) {
  await page.evaluate(() => {
    window.readOut = [];
    const regions = '[role="log"], [role="status"], [role="alert"], [aria-live]';
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "characterData" ? [target] : addedNodes) {
          const element = node instanceof Element ? node : node.parentElement;
          const region = element?.closest(regions);
          if (!region || region.getAttribute("aria-live") === "off") continue;
          window.readOut.push(node.textContent ?? "");
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

const kinds = ["people", "hands", "messages", "reactions", "host"] as const;
type Kind = (typeof kinds)[number];
const switches: Record<Kind, string> = {
  people: "Somebody joins, leaves or shares a screen",
  hands: "Hands are raised or lowered",
  messages: "Chat messages",
  reactions: "Reactions",
  host: "What hosts do",
};

/** Every kind is off in one round and on in another, and no two in the same ones: none has another's switch. */
const rounds: readonly { off: readonly Kind[]; act: object; undo: object; told: string }[] = [
  {
    off: ["people", "messages", "host"],
    act: { lobby: true },
    undo: { lobby: false },
    told: "The lobby is on",
  },
  {
    off: ["hands", "messages"],
    act: { locked: true },
    undo: { locked: false },
    told: "The meeting is locked",
  },
  {
    off: ["reactions", "host"],
    act: { lobby: true },
    undo: { lobby: false },
    told: "The lobby is on",
  },
];

test("each kind of news is read out, or with its switch off shown alone", async ({
  person,
  stack,
  browser,
}) => {
  const meeting = await createMeeting(stack);
  const [ada, lena] = await twoQuiet(person);
  await openHostLink(ada, meeting);
  await comeIn(ada, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expect(tile(ada, "Lena")).toBeVisible();
  await listen(ada);
  const heard = () => ada.evaluate(() => window.readOut.join("\n"));
  const host = hostApi(stack, meeting);
  let isHandUp = false;

  for (const [round, { off, act, undo, told }] of rounds.entries()) {
    // What the last round said is gone from the corner, and cannot be taken for this one's.
    await expect(ada.getByText(told)).toBeHidden();
    await ada.getByRole("main").focus();
    await ada.keyboard.press(",");
    const settings = ada.getByRole("dialog", { name: "Settings" });
    await settings.getByRole("tab", { name: "Accessibility" }).click();
    for (const kind of kinds) {
      const isOn = !off.includes(kind);
      await settings.getByRole("switch", { name: switches[kind], exact: true }).setChecked(isOn);
    }
    await ada.keyboard.press("Escape");
    await expect(settings).toBeHidden();
    await ada.evaluate(() => {
      window.readOut = [];
    });

    const guest = `Guest ${round}`;
    const guests = await rawGuests(browser, stack, meeting, [guest]);
    await expect(tile(ada, guest)).toBeVisible();
    await lena.getByRole("main").focus();
    await lena.keyboard.press("h");
    isHandUp = !isHandUp;
    await expect(tile(ada, "Lena").getByText(/^Hand raised/)).toHaveCount(isHandUp ? 1 : 0);
    await lena.keyboard.press("r");
    await expect(lena.getByRole("button", { name: "Applause" })).toBeFocused();
    await lena.keyboard.press("2");
    await expect(tile(ada, "Lena").locator('[data-reaction="agree"]').first()).toBeVisible();
    await lena.keyboard.press("Escape");
    await lena.keyboard.press("c");
    const text = `This is message ${round}`;
    await lena.getByRole("textbox", { name: "Write a message" }).fill(text);
    await lena.keyboard.press("Enter");
    await expect(ada.getByText(text)).toBeVisible();
    await lena.getByRole("textbox", { name: "Write a message" }).press("Escape");
    await host.change(act);
    await expect(ada.getByText(told)).toBeVisible();

    const sentences: Record<Kind, string> = {
      people: `${guest} joined`,
      hands: isHandUp ? "Lena raised their hand." : "Lena’s hand is down.",
      messages: text,
      reactions: "Lena: thumbs up",
      host: told,
    };
    for (const kind of kinds.filter((each) => !off.includes(each))) {
      await expect.poll(heard, `${kind} in round ${round}`).toContain(sentences[kind]);
    }
    for (const kind of off) {
      expect(await heard(), `${kind} in round ${round}`).not.toContain(sentences[kind]);
    }
    await host.change(undo);
    await guests.leave();
    await expect(tile(ada, guest)).toBeHidden();
  }
});
