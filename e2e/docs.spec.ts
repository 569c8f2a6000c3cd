import { createMeeting, expect, expectAccessible, test } from "./fixtures";

for (const { device, viewport, colorScheme } of [
  { device: "a desktop", viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  { device: "a phone", viewport: { width: 390, height: 844 }, colorScheme: "light" },
] as const) {
  test(`the reference is drawn on ${device} with nothing from elsewhere`, async ({
    person,
    stack,
  }) => {
    const ada = await person({ viewport, colorScheme });
    const foreign: string[] = [];
    ada.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && origin !== stack.url) foreign.push(request.url());
    });

    await test.step("it is reached from the landing page", async () => {
      await ada.goto("/");
      await ada.getByRole("link", { name: "Docs" }).click();
      await expect(ada).toHaveTitle("API reference · Meetings");
    });
    await test.step("an operation opens by keyboard", async () => {
      const join = ada.getByRole("button", { name: "Take a place in a meeting" });
      await expect(join).toHaveAttribute("aria-expanded", "false");
      await join.focus();
      await ada.keyboard.press("Enter");
      await expect(join).toHaveAttribute("aria-expanded", "true");
      await expect(ada.getByRole("code").filter({ hasText: /^meeting-deleted$/ })).toBeVisible();
      await ada.keyboard.press("Enter");
      await expect(join).toHaveAttribute("aria-expanded", "false");
    });
    await test.step("it fits, and axe finds nothing", async () => {
      const overflow = await ada.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await expectAccessible(ada);
    });
    expect(foreign).toEqual([]);
  });
}

test("an operation can be tried on this server, and linked to", async ({ person, stack }) => {
  const meeting = await createMeeting(stack, "Design review");
  const ada = await person();
  await ada.goto("/docs#/meetings/getMeeting");
  const info = ada.getByRole("button", { name: "What is known of a meeting" });
  await expect(info).toHaveAttribute("aria-expanded", "true");
  await ada.getByRole("button", { name: "Try it out" }).click();
  await ada.getByPlaceholder("meeting_id").fill(meeting.id);
  await ada.getByRole("button", { name: "Execute" }).click();
  await expect(ada.getByText("Response body")).toBeVisible();
  await expect(ada.getByText(`"${meeting.id}"`).first()).toBeVisible();
  await expectAccessible(ada);
});

test("where the document does not come, the page says so and tries again", async ({
  person,
  complaints,
}) => {
  complaints.allowed.push(/ERR_FAILED/);
  const ada = await person();
  await ada.route("**/api/v1/openapi.json", (route) => route.abort());
  await ada.goto("/docs");
  await expect(ada.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
  await ada.unroute("**/api/v1/openapi.json");
  await ada.getByRole("button", { name: "Try again" }).click();
  await expect(ada.getByRole("button", { name: "Take a place in a meeting" })).toBeVisible();
  await expect(ada.getByRole("link", { name: "OpenAPI 3.1 document" })).toHaveAttribute(
    "href",
    "/api/v1/openapi.json",
  );
});
