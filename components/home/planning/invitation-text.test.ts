import { expect, test } from "vitest";
import { invitationText } from "./invitation-text";

const facts = {
  meetingId: "abc-defg-hij",
  title: "Design review",
  startsAt: "2026-11-25T09:00:00Z",
  url: "https://meet.example/meeting/abc-defg-hij",
  passcode: "k7mx4q",
};
const words = {
  when: ({ moment, zone, offset }: Record<"moment" | "zone" | "offset", string>) =>
    `${moment} (${zone}, ${offset})`,
  passcode: ({ passcode }: { passcode: string }) => `Passcode: ${passcode}`,
};
const berlin = { timeZone: "Europe/Berlin", locale: "en-GB" };

test("an invitation says what, when and in which zone, where, and the passcode", () => {
  expect(invitationText(facts, berlin, words)).toBe(
    [
      "Design review",
      "Wednesday, 25 November 2026 at 10:00 (Central European Standard Time, UTC+1)",
      "https://meet.example/meeting/abc-defg-hij",
      "Passcode: k7mx4q",
    ].join("\n"),
  );
});

test("the zone is the one of that day, not of today", () => {
  const inJuly = { ...facts, startsAt: "2026-07-25T08:00:00Z" };
  expect(invitationText(inJuly, berlin, words)).toContain(
    "at 10:00 (Central European Summer Time, UTC+2)",
  );
});

test("what is not known is left out", () => {
  const bare = { ...facts, title: null, startsAt: null, passcode: null };
  expect(invitationText(bare, berlin, words)).toBe(facts.url);
});
