import { describe, expect, it } from "vitest";
import { z } from "zod";
import { lineOfText, textOfLines } from "./text";

const wrongEverywhere = [
  "",
  "   ",
  "\u0086",
  "\u0005",
  "a\u0098b",
  "\u202eabc",
  "\u200b",
  "\u0301",
];

describe.each([
  ["a line", lineOfText("A name", 60), ["Ada", "Zoë", "👩‍👧", "a b"], [...wrongEverywhere, "a\nb"]],
  ["a text", textOfLines("A message", 4000), ["Ada", "one\n\ttwo", "👩‍👧"], wrongEverywhere],
])("the published pattern of %s", (_, schema, right, wrong) => {
  const { pattern } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) =>
      Object.assign(jsonSchema, z.globalRegistry.get(zodSchema)?.override),
  });
  const published = new RegExp(String(pattern), "u");

  it.each(right)("takes %j, as the schema does", (text) => {
    expect(schema.safeParse(text).success).toBe(true);
    expect(published.test(text)).toBe(true);
  });

  it.each(wrong)("refuses %j, as the schema does", (text) => {
    expect(schema.safeParse(text).success).toBe(false);
    expect(published.test(text)).toBe(false);
  });
});
