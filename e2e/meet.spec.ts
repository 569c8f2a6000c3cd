import { comeIn, expect, expectInCall, expectToHear, expectToSee, test, tile } from "./fixtures";

test("I press New meeting, send the link, and we see and hear each other; a third types the code", async ({
  person,
}) => {
  const ada = await person({ sends: "automatic" });
  await ada.goto("/");
  await ada.getByRole("button", { name: "New meeting" }).click();
  await expect(ada).toHaveURL(/\/meeting\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  await comeIn(ada, "Ada");
  await expectInCall(ada);

  await ada.getByRole("button", { name: "Copy invitation" }).first().click();
  const invitation = await ada.evaluate(() => navigator.clipboard.readText());
  const link = /https?:\/\/\S+\/meeting\/[a-z-]+/.exec(invitation)?.[0] ?? "";
  expect(link).toBe(ada.url());

  const lena = await person({ sends: "automatic" });
  await lena.goto(link);
  await expect(lena.getByText(/Ada/).first()).toBeVisible();
  await comeIn(lena, "Lena");

  await expectToSee(ada, "Lena");
  await expectToSee(lena, "Ada");
  await expectToHear(ada);
  await expectToHear(lena);

  const kenji = await person({ name: "Kenji" });
  await kenji.goto("/");
  const typed = link.slice(-12).replaceAll("-", " ").toUpperCase();
  await kenji.getByLabel("Code or link").fill(typed);
  await kenji.getByRole("button", { name: "Join", exact: true }).click();
  await expect(kenji).toHaveURL(link);
  await expect(kenji.getByLabel("Your name")).toHaveValue("Kenji");
  await kenji.getByRole("button", { name: "Join now" }).click();
  await expectToSee(ada, "Kenji");
  await expectToSee(kenji, "Ada");
  await expectToSee(kenji, "Lena");

  await kenji.getByRole("button", { name: "Leave" }).click();
  await expect(kenji.getByRole("heading", { name: "You left" })).toBeVisible();
  await expect(tile(ada, "Kenji")).toHaveCount(0);
  await kenji.getByRole("button", { name: "Rejoin" }).click();
  await kenji.getByRole("button", { name: "Join now" }).click();
  await expectToSee(kenji, "Ada");
  await expect(tile(ada, "Kenji")).toHaveCount(1);
});
