import { expect, test } from "vitest";
import { inListOrder, withName } from "./list-order";

test("oneself comes first, the others by name", () => {
  const people = [
    { identity: "1", name: "Kenji", isLocal: false },
    { identity: "2", name: "Zoe", isLocal: true },
    { identity: "3", name: "ada", isLocal: false },
    { identity: "4", name: "", isLocal: false },
  ];
  expect(inListOrder(people).map((one) => one.identity)).toEqual(["2", "4", "3", "1"]);
});

test("a name is found by any part of it, without its accents, its case or its order", () => {
  const people = ["Zoë Müller", "Ada Lovelace", "Łukasz Żak", "山田 太郎"].map((name, index) => ({
    identity: String(index),
    name,
    isLocal: false,
  }));
  const found = (typed: string) => withName(people, typed).map(({ name }) => name);
  expect(found("zoe mul")).toEqual(["Zoë Müller"]);
  expect(found("LOVE ada")).toEqual(["Ada Lovelace"]);
  expect(found("lukasz")).toEqual(["Łukasz Żak"]);
  expect(found("山田")).toEqual(["山田 太郎"]);
  expect(found("  ")).toHaveLength(4);
  expect(found("nobody")).toEqual([]);
});
