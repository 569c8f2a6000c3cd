import type { Page } from "playwright/test";
import {
  comeIn,
  createMeeting,
  expect,
  expectAccessible,
  expectHere,
  expectInCall,
  expectToSee,
  joinAs,
  livekitsFarewell,
  serverAway,
  test,
  tile,
} from "./fixtures";
import { hostApi, openHostLink, seatOf } from "./host-api";
import { silent, threeQuiet } from "./host-controls";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

/** Lena, who is host, with Ada and Kenji, who see each other. */
async function hostWithTwo(
  person: () => Promise<Page>,
  meeting: Awaited<ReturnType<typeof createMeeting>>,
) {
  const [lena, ada, kenji] = await threeQuiet(person);
  await openHostLink(lena, meeting);
  await comeIn(lena, "Lena");
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(kenji, meeting.path, "Kenji");
  await expectHere(kenji, "Ada");
  return { lena, ada, kenji };
}

test("removed: I read at once by whom, and stay out", async ({ person, stack, complaints }) => {
  complaints.allowed.push(...livekitsFarewell);
  const meeting = await createMeeting(stack);
  const { lena, ada, kenji } = await hostWithTwo(person, meeting);
  const seat = await seatOf(ada, meeting);
  const shown = heading(ada, "Lena removed you from this meeting").waitFor();
  const asked = Date.now();
  await hostApi(stack, meeting, (await seatOf(lena, meeting)).token).remove(seat.identity);
  await shown;
  expect(Date.now() - asked).toBeLessThan(5_000);
  await expectAccessible(ada);
  await expect(tile(kenji, "Ada")).toHaveCount(0);
  await expectHere(kenji, "Lena");

  await ada.reload();
  await ada.getByRole("button", { name: "Join now" }).click();
  await expect(heading(ada, "Lena removed you from this meeting")).toBeVisible();
  await expect(ada.getByRole("link", { name: "Report" })).toHaveCount(0);
});

test("ended for everyone: all are told by whom, the host finds the report, and the link stays", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...livekitsFarewell);
  const meeting = await createMeeting(stack);
  const { lena, ada, kenji } = await hostWithTwo(person, meeting);
  await hostApi(stack, meeting, (await seatOf(lena, meeting)).token).endForEveryone();
  await Promise.all(
    [ada, kenji].map((page) =>
      expect(heading(page, "Lena ended the meeting for everyone")).toBeVisible(),
    ),
  );
  await expect(heading(lena, "You ended the meeting for everyone")).toBeVisible();
  await expect(ada.getByRole("link", { name: "Report" })).toHaveCount(0);
  await expect(lena.getByRole("link", { name: "Report" })).toHaveAttribute(
    "href",
    `${meeting.path}/report`,
  );
  await lena.getByRole("button", { name: "Copy link" }).click();
  expect(await lena.evaluate(() => navigator.clipboard.readText())).toBe(stack.url + meeting.path);
  await expectAccessible(lena);

  await test.step("the next session is not over before it begins", async () => {
    await joinAs(ada, meeting.path, "Ada");
    await joinAs(kenji, meeting.path, "Kenji");
    await expectHere(ada, "Kenji");
  });
});

test("ended while LiveKit was away: nobody goes back in by themselves", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...serverAway);
  const meeting = await createMeeting(stack);
  const ada = await silent(await person());
  await joinAs(ada, meeting.path, "Ada");
  await stack.livekit.kill();
  await fetch(`${stack.url}/api/v1/meetings/${meeting.id}/end`, {
    method: "POST",
    headers: { authorization: `Bearer ${meeting.hostKey}` },
  });
  await stack.livekit.start();
  await expect(heading(ada, "The meeting was ended for everyone")).toBeVisible({ timeout: 30_000 });
});

test("the host moves the room: we are together again at once, and nobody's tile goes", async ({
  person,
  stack,
  complaints,
}) => {
  complaints.allowed.push(...livekitsFarewell);
  const meeting = await createMeeting(stack);
  const [ada, lena] = await Promise.all([person(), person()]);
  await joinAs(ada, meeting.path, "Ada");
  await joinAs(lena, meeting.path, "Lena");
  await expectToSee(ada, "Lena");
  await expectToSee(lena, "Ada");
  // How long the tile had no live picture, and whether it or its last picture was ever missing.
  const watching = ada.evaluate(
    () =>
      new Promise<{ bareMs: number; awayMs: number; wasAway: boolean }>((resolve) => {
        let bareMs = 0;
        let awayMs = 0;
        let wasAway = false;
        let last = performance.now();
        const look = () => {
          const now = performance.now();
          const place = document.querySelector('[role="group"][aria-label="Lena"]');
          const video = place?.querySelector("video");
          const isLive = (video?.videoWidth ?? 0) > 0 && video?.srcObject !== null;
          if (!isLive) {
            wasAway = true;
            awayMs += now - last;
            if (!place?.querySelector("canvas")) bareMs += now - last;
          }
          last = now;
          if (wasAway && isLive) resolve({ bareMs, awayMs, wasAway });
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await hostApi(stack, meeting).rotate();
  const { bareMs, awayMs } = await watching;
  expect(bareMs).toBeLessThan(400);
  expect(awayMs).toBeLessThan(10_000);
  await expectToSee(lena, "Ada");
  await expectToSee(ada, "Lena");
  await expectInCall(ada);
});
