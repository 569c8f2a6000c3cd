import { expect, test } from "vitest";
import { keyFor, seal, unseal } from "./sealing";

const key = keyFor("tests", "a secret");

test("what is sealed reads differently each time, and is read again with the same key alone", () => {
  const sealed = seal(key, "open sesame ✓");
  expect(sealed).not.toContain("sesame");
  expect(seal(key, "open sesame ✓")).not.toBe(sealed);
  expect(unseal(key, sealed)).toBe("open sesame ✓");
  expect(unseal(keyFor("tests", "another"), sealed)).toBeUndefined();
  expect(unseal(keyFor("another purpose", "a secret"), sealed)).toBeUndefined();
});

test("what was changed or cut off is not read", () => {
  const sealed = seal(key, "open sesame");
  const last = sealed.at(-1) === "A" ? "B" : "A";
  expect(unseal(key, `${sealed.slice(0, -2)}${last}${last}`)).toBeUndefined();
  for (const text of ["", "abc", sealed.slice(0, 20)]) expect(unseal(key, text)).toBeUndefined();
});
