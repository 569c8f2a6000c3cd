import { describe, expect, it } from "vitest";
import { Flood } from "./flood";
import { readText, saidOf, senderOf } from "./stream-rules";

async function* pieces(...texts: string[]) {
  yield* texts;
}

describe("what comes from others", () => {
  it("is read whole, and not at all where it is too long", async () => {
    expect(await readText(pieces("Hel", "lo"))).toBe("Hello");
    expect(await readText(pieces())).toBe("");
    const piece = "x".repeat(1_000);
    expect(await readText(pieces(...Array.from({ length: 100 }, () => piece)))).toBeUndefined();
  });

  it("says of itself what makes sense, and nothing else", () => {
    const me = "p_me";
    expect(saidOf({ id: "s1" }, me)).toEqual({ id: "s1", to: null, replyTo: null });
    const attributes = { id: "m1", to: "p_else", reply_to: "p_a.m0" };
    expect(saidOf({ id: "s1", attributes }, me)).toEqual({
      id: "m1",
      // Whoever it was meant for, it came here.
      to: me,
      replyTo: "p_a.m0",
    });
    const odd = { id: "p_other.m1", reply_to: "x".repeat(999), role: "host" };
    expect(saidOf({ id: "s1", attributes: odd }, me)).toEqual({
      id: "s1",
      to: null,
      replyTo: null,
    });
    const sha256 = "0a".repeat(32);
    expect(saidOf({ id: "s1", attributes: { sha256 } }, me).sha256).toBe(sha256);
    expect(saidOf({ id: "s1", attributes: { sha256: "none" } }, me).sha256).toBeUndefined();
    expect(saidOf({ id: "x".repeat(99) }, me).id).toBeUndefined();
  });

  it("counts only from who is here, and while the chat is off from hosts alone", () => {
    const person = (attributes: Record<string, string>) => ({ attributes });
    const people = new Map([
      ["p_a", person({ role: "participant" })],
      ["p_h", person({ role: "host" })],
      ["agent", person({})],
    ]);
    const heard = (isAllowed: boolean) =>
      ["p_a", "p_h", "agent", "nobody"].filter((who) => senderOf(people, who, isAllowed));
    expect(heard(true)).toEqual(["p_a", "p_h", "agent"]);
    expect(heard(false)).toEqual(["p_h"]);
  });

  it("is dropped where somebody sends without end, and theirs alone", () => {
    const flood = new Flood(3, 10_000);
    const lets = (who: string, at: number) => flood.lets(who, at);
    expect([lets("a", 0), lets("a", 1), lets("a", 2), lets("a", 3)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(lets("b", 3)).toBe(true);
    expect(lets("a", 9_999)).toBe(false);
    expect([flood.waitMs("a", 9_999), flood.waitMs("b", 9_999)]).toEqual([1, 0]);
    expect(lets("a", 10_001)).toBe(true);
    expect(flood.waitMs("a", 10_001)).toBe(0);
  });
});
