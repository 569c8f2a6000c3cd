import { comeIn, createMeeting, expect, expectHere, joinAs, test } from "./fixtures";
import { hangsOver } from "./hangs-over";
import { openHostLink } from "./host-api";
import { openHostPanel, openPeople, silent } from "./host-controls";

const windows = {
  "a window of 320 pixels": { viewport: { width: 320, height: 640 }, text: 16 },
  "text at twice its size": { viewport: { width: 1280, height: 800 }, text: 32 },
};

for (const [name, { viewport, text }] of Object.entries(windows)) {
  test(`${name}: nothing hangs over the edge`, async ({ person, stack }) => {
    const meeting = await createMeeting(stack, "Design review");
    const lena = await silent(await person());
    await joinAs(lena, meeting.path, "Lena Lindqvist-Anderson of the second floor");
    const ada = await silent(await person({ viewport }));
    // As the browser's own settings do it: what is measured in letters grows, also where layouts change.
    const session = await ada.context().newCDPSession(ada);
    await session.send("Page.setFontSizes", { fontSizes: { standard: text } });
    const fits = async (where: string) => expect(await hangsOver(ada), where).toEqual([]);

    await ada.goto("/");
    await fits("the landing page");
    await openHostLink(ada, meeting);
    await fits("before the call");
    await comeIn(ada, "Ada");
    await expectHere(ada, "Lena Lindqvist-Anderson of the second floor");
    await fits("the call");
    await openPeople(ada);
    await fits("the list of people");
    await ada.keyboard.press("Escape");
    await openHostPanel(ada);
    await fits("the host's controls");
    await ada.keyboard.press("Escape");
    await ada.getByRole("button", { name: "More", exact: true }).click();
    await fits("the menu");
    await ada.keyboard.press("Escape");
    await ada.getByRole("button", { name: "Leave", exact: true }).click();
    await fits("the question of leaving");
  });
}
