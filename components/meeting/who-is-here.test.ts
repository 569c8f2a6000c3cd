import { expect, test } from "vitest";
import { whoIsHere } from "./who-is-here";

const person = (name: string, minute: number) => ({
  identity: `p_${name.toLowerCase()}`,
  name,
  joined_at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00.000Z`,
});

test("whoever came first is named, and how many more", () => {
  const people = [person("Kenji", 3), person("Lena", 1), person("Ada", 2)];
  expect(whoIsHere(people, undefined)).toEqual({ kind: "more", name: "Lena", others: 2 });
  expect(whoIsHere(people.slice(0, 2), undefined)).toEqual({
    kind: "two",
    first: "Lena",
    second: "Kenji",
  });
  expect(whoIsHere(people.slice(0, 1), undefined)).toEqual({ kind: "one", name: "Kenji" });
});

test("one's own ghost is nobody", () => {
  expect(whoIsHere([person("Ada", 1)], "p_ada")).toEqual({ kind: "nobody" });
});
