import { expect, it } from "vitest";
import { findApiKey } from "./api-keys";
import { hashOf } from "./secrets";

const first = `key_${"a".repeat(40)}`;
const second = `key_${"b".repeat(40)}`;
const services = {
  config: {
    apiKeys: [
      { name: "crm", hash: hashOf(first) },
      { name: "school", hash: hashOf(second) },
    ],
  },
};

it("knows each of the operator's keys by its name, and no other token", () => {
  expect(findApiKey(services, first)).toEqual({ name: "crm" });
  expect(findApiKey(services, second)).toEqual({ name: "school" });
  for (const token of [
    "",
    "key_",
    first.slice(0, -1),
    `${first}a`,
    first.toUpperCase(),
    "host_x",
  ]) {
    expect(findApiKey(services, token)).toBeUndefined();
  }
});
