import { expect, test } from "vitest";
import { inListOrder } from "./list-order";

test("oneself comes first, the others by name", () => {
  const people = [
    { identity: "1", name: "Kenji", isLocal: false },
    { identity: "2", name: "Zoe", isLocal: true },
    { identity: "3", name: "ada", isLocal: false },
    { identity: "4", name: "", isLocal: false },
  ];
  expect(inListOrder(people).map((one) => one.identity)).toEqual(["2", "4", "3", "1"]);
});
