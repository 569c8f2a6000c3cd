import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UpdateParticipantRequest } from "@/lib/contract/participant";
import { type TestServices, testServices } from "@/lib/server/fakes/test-services";
import { readWebhook } from "@/lib/server/livekit/webhook";
import { hashOf } from "@/lib/server/meetings/secrets";
import { apiPaths } from "@/lib/server/openapi/document";
import { setServices } from "@/lib/server/services";
import { askEverything, asMarkdown, endpoints } from "./authorization";

const file = path.resolve(import.meta.dirname, "../../docs/authorization.md");
const apiKey = `key_${"k".repeat(40)}`;

let services: TestServices;
beforeAll(async () => {
  services = await testServices({ apiKeys: [{ name: "tests", hash: hashOf(apiKey) }] });
  const keys = { apiKey: "tests", apiSecret: "a secret that signs no webhook of these tests" };
  setServices({
    ...services,
    readWebhook: (body, authorization) => readWebhook(body, authorization, keys),
  });
});
afterAll(() => services.store.close());

describe("who may do what", () => {
  it("is asked of every address", () => {
    const documented = Object.entries(apiPaths).flatMap(([address, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${address}`),
    );
    const asked = new Set(endpoints.map(({ method, address }) => `${method} ${address}`));
    expect([...asked].sort()).toEqual(documented.sort());
  });

  it("is asked of every change of a participant", () => {
    const kinds = endpoints.map(({ kind }) => kind ?? "").join();
    for (const field of Object.keys(UpdateParticipantRequest.shape)) expect(kinds).toContain(field);
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
