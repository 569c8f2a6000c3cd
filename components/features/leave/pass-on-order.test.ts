import { expect, test } from "vitest";
import { inPassOnOrder } from "./pass-on-order";

test("a cohost is the first to be asked, the others follow by name", () => {
  const people = [
    { name: "Zoe", role: "participant" },
    { name: "Ben", role: "participant" },
    { name: "Kim", role: "cohost" },
  ] as const;
  expect(inPassOnOrder(people).map(({ name }) => name)).toEqual(["Kim", "Ben", "Zoe"]);
});
