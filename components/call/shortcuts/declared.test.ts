// What features declare is read as text: their components are for browsers.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { isRecord } from "@/lib/client/storage";
import { refusalOf } from "./chord";

const folder = path.resolve("components/features");

const sources = fs.readdirSync(folder).map((id) => {
  const file = path.join(folder, id, "feature.tsx");
  return { id, source: fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "" };
});
const declared = sources.flatMap(({ id, source }) => {
  const [, list = ""] = /\bshortcuts: \[([\s\S]*?)\n? *\],?\n/.exec(source) ?? [];
  return [...list.matchAll(/key: "(?<key>[^"]*)",\s+label: "(?<label>[\w.]+)"/g)].map(
    ({ groups }) => ({
      id,
      key: groups?.key ?? "",
      label: groups?.label ?? "",
      isHeld: list.includes("isHeld: true"),
    }),
  );
});

test("what features declare is found", () => {
  const declaring = sources.filter(({ source }) => source.includes("shortcuts: ["));
  expect(new Set(declared.map(({ id }) => id))).toEqual(new Set(declaring.map(({ id }) => id)));
});

test("no two features have the same key, and none has one that is needed elsewhere", () => {
  const keys = declared.flatMap(({ key }) => (key === "" ? [] : [key]));
  expect(keys).toEqual([...new Set(keys)]);
  const ids = declared.map(({ id, label }) => `${id}.${label}`);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { key, isHeld, id } of declared) expect(refusalOf(key, isHeld), id).toBeUndefined();
});

test("every shortcut has a name that people can read", () => {
  for (const { id, label } of declared) {
    const file = path.join(folder, id, "messages/en.json");
    const words: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    const text = label
      .split(".")
      .reduce<unknown>((tree, key) => (isRecord(tree) ? tree[key] : undefined), words);
    expect(text, `${id}: ${label}`).toEqual(expect.any(String));
  }
});
