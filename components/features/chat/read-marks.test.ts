import { beforeEach, expect, it, vi } from "vitest";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { keepSeat } from "@/lib/client/seats";
import type { Entry } from "./merge-messages";
import { ReadMarks } from "./read-marks";

const meetingId = "abc-defg-hij";
const ada = { token: "seat_a", identity: "p_a" };

beforeEach(() => {
  for (const name of ["localStorage", "sessionStorage"]) vi.stubGlobal(name, new FakeStorage());
  keepSeat(meetingId, ada);
});

const entry = (position: number): Entry => ({
  id: `p_b.${position}`,
  author: { identity: "p_b", name: "Lena" },
  to: null,
  replyTo: null,
  at: 0,
  content: { kind: "text", text: "" },
  isEdited: false,
  position,
});
const open = () => new ReadMarks(meetingId, ada.identity);

it("what was read last week is read in the next tab, and what came since is not", () => {
  const lastWeek = open();
  lastWeek.add([entry(1), entry(2)]);
  vi.stubGlobal("sessionStorage", new FakeStorage());
  const now = open();
  expect([1, 2, 3].map((position) => now.has(entry(position)))).toEqual([true, true, false]);
});

it("one tab that is behind takes nothing back", () => {
  const behind = open();
  open().add([entry(1), entry(2), entry(3)]);
  behind.add([entry(1)]);
  expect(open().has(entry(3))).toBe(true);
});
