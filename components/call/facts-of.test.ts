import { expect, test } from "vitest";
import { factsOf } from "./facts-of";

test("facts are the same object until our server writes something else", () => {
  let written: Record<string, string> = { role: "host" };
  const person = {
    // As LiveKit has it: a copy each time.
    get attributes() {
      return { ...written };
    },
  };
  const facts = factsOf(person);
  expect(facts.role).toBe("host");
  expect(factsOf(person)).toBe(facts);
  written = { role: "participant", hand_raised_at: "2026-11-28T20:00:00.000Z" };
  expect(factsOf(person)).toMatchObject(written);
  written = { role: "emperor" };
  expect(factsOf(person).role).toBe("participant");
});
