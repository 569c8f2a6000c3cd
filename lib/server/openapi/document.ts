// The API as a document, made of the same schemas that the routes parse with.
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { hostPaths } from "./host-paths";
import { meetingPaths } from "./meeting-paths";
import { operationPaths } from "./operation-paths";
import { recordPaths } from "./record-paths";

/** Every address under /api, as the document and its test see it. */
export const apiPaths: ZodOpenApiPathsObject = {
  ...meetingPaths,
  ...hostPaths,
  ...recordPaths,
  ...operationPaths,
};

/** The OpenAPI document of a running server. */
export function openApiDocument(frontendUrl: string): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Meetings",
      version: "1.0.0",
      description:
        "Meetings on LiveKit. Errors are RFC 9457 problems: look at `code`. Every answer carries " +
        "`X-Request-Id`. A method that an address does not take is 405 with `Allow`. A write that the " +
        "owner cookie authorises has to come from a page of this site (`cross-origin` otherwise).",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: frontendUrl }],
    tags: [{ name: "meetings" }, { name: "hosts" }, { name: "messages" }, { name: "operation" }],
    components: {
      securitySchemes: {
        owner: {
          type: "apiKey",
          in: "cookie",
          name: "meetings_owner_<store>",
          description: "Set by a browser's first create. `__Host-` stands before it on https.",
        },
        hostKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "host_…",
          description: "Host of one meeting; shown when it was made.",
        },
        seatToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "seat_…",
          description: "One participant of one meeting; given by join.",
        },
        apiKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "key_…",
          description:
            "A program that the operator trusts: whatever any host may, in every meeting.",
        },
        livekit: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "LiveKit's signature over the body.",
        },
      },
    },
    paths: apiPaths,
  });
}
