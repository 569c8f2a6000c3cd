import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { hashOf } from "@/lib/server/meetings/secrets";
import { apiPaths } from "@/lib/server/openapi/document";
import { setServices } from "@/lib/server/services";
import { askEverything, asMarkdown, endpoints } from "./authorization";

const file = path.resolve(import.meta.dirname, "../../docs/authorization.md");
const apiKey = `key_${"k".repeat(40)}`;

let services: TestServices;
beforeAll(async () => {
  services = await testServices({ apiKeys: [{ name: "tests", hash: hashOf(apiKey) }] });
  setServices(services);
});
afterAll(() => services.store.close());

describe("who may do what", () => {
  it("is asked of every address that has to do with meetings", () => {
    const documented = Object.entries(apiPaths)
      .filter(([address]) => address.startsWith("/api/v1/meetings"))
      .flatMap(([address, verbs]) =>
        Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${address}`),
      );
    expect(endpoints.map(({ method, address }) => `${method} ${address}`).sort()).toEqual(
      documented.sort(),
    );
  });

  it("is what the table in the docs says, cell by cell", { timeout: 120_000 }, async () => {
    const table = asMarkdown(await askEverything(apiKey));
    const text = fs.readFileSync(file, "utf8");
    const [before = "", after = ""] = text.split(/<!-- table -->[\s\S]*<!-- end -->/);
    const current = `${before}<!-- table -->\n\n${table}\n\n<!-- end -->${after}`;
    // The table is made here: `UPDATE_DOCS=1 npx vitest run --project unit app/api/authorization`.
    if (process.env.UPDATE_DOCS === "1") fs.writeFileSync(file, current);
    expect(fs.readFileSync(file, "utf8")).toBe(current);
  });
});
