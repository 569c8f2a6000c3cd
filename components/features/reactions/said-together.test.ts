import { expect, test } from "vitest";
import { saidTogether } from "./said-together";

test("each kind is said once, with how many people it was, not how often they pressed", () => {
  const heard = [
    { identity: "1", name: "Ada", reaction: "applause" },
    { identity: "1", name: "Ada", reaction: "applause" },
    { identity: "2", name: "Lena", reaction: "applause" },
    { identity: "3", name: "Ada", reaction: "applause" },
    { identity: "2", name: "Lena", reaction: "laugh" },
  ] as const;
  expect(saidTogether(heard)).toEqual([
    { reaction: "applause", name: "Ada", others: 2 },
    { reaction: "laugh", name: "Lena", others: 0 },
  ]);
});
