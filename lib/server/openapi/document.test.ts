import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { apiPaths, openApiDocument } from "./document";
import { examples } from "./examples";

const root = path.resolve(import.meta.dirname, "../../..");

/** The addresses that route files answer, with the verbs they offer. */
function routesOnDisk(): Map<string, string[]> {
  const routes = new Map<string, string[]>();
  for (const file of readdirSync(path.join(root, "app/api"), { recursive: true })) {
    const name = file.toString();
    if (path.basename(name) !== "route.ts" || name.includes("[...")) continue;
    const address = `/api/${path.dirname(name)}`
      .replace("[meetingId]", "{meeting_id}")
      .replace("[messageId]", "{message_id}")
      .replace(/\[(\w+)\]/g, "{$1}");
    const source = readFileSync(path.join(root, "app/api", name), "utf8");
    const offered = [...source.matchAll(/^ {2}(GET|POST|PUT|PATCH|DELETE):/gm)];
    routes.set(address, offered.map(([, verb = ""]) => verb.toLowerCase()).sort());
  }
  return routes;
}

describe("the OpenAPI document", () => {
  it("has an entry for every route and verb, and none for what is not there", () => {
    const documented = Object.entries(apiPaths).map(
      ([address, verbs]) => [address, Object.keys(verbs).sort()] as const,
    );
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(routesOnDisk()));
  });

  it("publishes the tolerant pattern of ids, and every schema in full", () => {
    const document = openApiDocument("https://meet.example.org");
    const text = JSON.stringify(document);
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "https://meet.example.org" }]);
    for (const name of ["CreatedMeeting", "JoinedMeeting", "MeetingInfo", "Problem"]) {
      expect(Object.keys(document.components?.schemas ?? {})).toContain(name);
    }
    for (const [, schema] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(document.components?.schemas ?? {})).toContain(schema);
    }
    const parameter = document.paths?.["/api/v1/meetings/{meeting_id}/info"]?.get?.parameters?.[0];
    expect(parameter).toMatchObject({ name: "meeting_id", in: "path", required: true });
    expect(JSON.stringify(parameter)).toContain("A-Za-z");
  });

  it("has an example of every body, and each is what its schema says", () => {
    const lacking: string[] = [];
    const look = (where: string, content: object | undefined) => {
      for (const [type, media] of Object.entries(content ?? {})) {
        if (type === "application/webhook+json" || where.includes("openapi.json")) continue;
        if (!("example" in media) && !("examples" in media)) lacking.push(`${where}, ${type}`);
      }
    };
    const Content = z.looseObject({ content: z.looseObject({}).optional() });
    for (const [address, verbs] of Object.entries(apiPaths)) {
      for (const [verb, operation] of Object.entries(verbs)) {
        const { requestBody = {}, responses = {} } = z
          .looseObject({
            requestBody: Content.optional(),
            responses: z.record(z.string(), Content),
          })
          .parse(operation);
        look(`${verb} ${address}`, requestBody.content);
        for (const [status, response] of Object.entries(responses)) {
          look(`${verb} ${address} ${status}`, response.content);
        }
      }
    }
    expect(lacking).toEqual([]);
    for (const [schema, example] of examples) expect(() => schema.parse(example)).not.toThrow();
  });
});
