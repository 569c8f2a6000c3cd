import { expect, test } from "vitest";
import { hueOf, initialsOf } from "./person";

test("initials are of the first and the last word, whole letters as people see them", () => {
  expect(initialsOf("Ada Lovelace")).toBe("AL");
  expect(initialsOf("  ada  ")).toBe("A");
  expect(initialsOf("Ana Maria de Souza")).toBe("AS");
  expect(initialsOf("👩‍🚀 Kim")).toBe("👩‍🚀K");
  expect(initialsOf("李小龍")).toBe("李");
  expect(initialsOf("")).toBe("?");
});

test("an identity keeps its hue, and different ones spread over the circle", () => {
  expect(hueOf("p_1")).toBe(hueOf("p_1"));
  const hues = new Set(Array.from({ length: 50 }, (_, index) => hueOf(`p_${index}`)));
  expect(hues.size).toBeGreaterThan(35);
});
