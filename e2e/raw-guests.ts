// People who come with LiveKit's own client alone, and do not play along: several in one page.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, Page } from "playwright/test";
import { z } from "zod";
import type { Stack } from "./stack";

const Joined = z.object({
  server_url: z.string(),
  participant_token: z.string(),
  participant_identity: z.string(),
  seat_token: z.string(),
});
const sdk = path.join(
  path.dirname(createRequire(import.meta.url).resolve("livekit-client")),
  "livekit-client.umd.js",
);

/** A page of ours with LiveKit's own client in it, where a script of somebody's may run. */
export async function strangersPage(browser: Browser, stack: Stack) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(stack.url);
  await page.addScriptTag({ content: fs.readFileSync(sdk, "utf8") });
  return page;
}

/** A place in the meeting, as a program takes one. */
export async function takePlace(stack: Stack, meeting: { id: string }, name: string) {
  const response = await fetch(`${stack.url}/api/v1/meetings/${meeting.id}/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ participant_name: name }),
  });
  return Joined.parse(await response.json());
}

/** How much of what came on a topic a page has dropped, as its statistics say it, which have to be open. */
export async function droppedOf(page: Page, topic: string): Promise<number> {
  const all = page.getByRole("region", { name: "Messages dropped" });
  await all.waitFor();
  const texts = await all.locator("dl > div", { hasText: topic }).locator("dd").allTextContents();
  return Number(texts[0] ?? 0);
}

/** Lets people of these names in, as strangers with a script of their own, and connects them. */
export async function rawGuests(
  browser: Browser,
  stack: Stack,
  meeting: { id: string },
  names: readonly string[],
) {
  const page = await strangersPage(browser, stack);
  const guests: z.infer<typeof Joined>[] = [];
  for (const name of names) guests.push(await takePlace(stack, meeting, name));
  await page.evaluate(async (all) => {
    const { Room } = Reflect.get(window, "LivekitClient");
    const rooms = all.map(() => new Room());
    Object.assign(window, { rooms });
    await Promise.all(
      all.map(({ server_url, participant_token }, index) =>
        rooms[index].connect(server_url, participant_token),
      ),
    );
  }, guests);
  return {
    /** The first of them sends these on a topic, each as often as said. */
    send: (topic: string, payloads: readonly string[], times = 1) =>
      page.evaluate(
        async (what) => {
          const [room] = Reflect.get(window, "rooms");
          const encoder = new TextEncoder();
          const sent: Promise<unknown>[] = [];
          for (let turn = 0; turn < what.times; turn += 1) {
            for (const payload of what.payloads) {
              const { topic } = what;
              sent.push(
                room.localParticipant.publishData(encoder.encode(payload), {
                  reliable: true,
                  topic,
                }),
              );
            }
          }
          await Promise.all(sent);
        },
        { topic, payloads, times },
      ),
    /** The first of them writes into the chat, after everything that they sent before. */
    say: (text: string) =>
      page.evaluate(async (said) => {
        const [room] = Reflect.get(window, "rooms");
        await room.localParticipant.sendText(said, { topic: "lk.chat" });
      }, text),
    /** The first of them writes attributes on themselves; true where LiveKit took them. */
    claim: (attributes: Record<string, string>) =>
      page.evaluate(async (claimed) => {
        const [room] = Reflect.get(window, "rooms");
        return await room.localParticipant.setAttributes(claimed).then(
          () => true,
          () => false,
        );
      }, attributes),
    /** They say goodbye: a page that is only closed may be gone before it has, and LiveKit waits for it. */
    leave: async () => {
      await page.evaluate(async () => {
        const rooms: { disconnect(): Promise<void> }[] = Reflect.get(window, "rooms");
        await Promise.all(rooms.map((room) => room.disconnect()));
      });
      await page.context().close();
    },
  };
}
