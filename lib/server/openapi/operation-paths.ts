// For LiveKit, and for whoever runs the service.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { Liveness, Readiness, WebhookReceived } from "@/lib/contract/health";
import { answer, nobody, problemAnswers, refusals } from "./parts";

export const operationPaths: ZodOpenApiPathsObject = {
  "/api/v1/livekit/webhook": {
    post: {
      operationId: "receiveWebhook",
      tags: ["operation"],
      summary: "LiveKit's events",
      description:
        "For LiveKit alone, which signs the body. 200 once the event is written; events that came " +
        "before and rooms of others are passed over.",
      security: [{ livekit: [] }],
      requestBody: {
        required: true,
        content: { "application/webhook+json": { schema: z.looseObject({ event: z.string() }) } },
      },
      responses: {
        200: answer("It is written.", WebhookReceived),
        ...refusals(
          "malformed-json",
          "body-too-large",
          "unsupported-media-type",
          "media-unavailable",
          "store-unavailable",
        ),
      },
    },
  },
  "/api/v1/openapi.json": {
    get: {
      operationId: "getOpenApi",
      tags: ["operation"],
      summary: "This document",
      security: nobody,
      responses: {
        200: answer("OpenAPI 3.1.", z.looseObject({ openapi: z.string() })),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
  "/api/health/live": {
    get: {
      operationId: "getLiveness",
      tags: ["operation"],
      summary: "Whether the app answers",
      security: nobody,
      responses: {
        200: answer("It does.", Liveness),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
  "/api/health/ready": {
    get: {
      operationId: "getReadiness",
      tags: ["operation"],
      summary: "Whether the store and LiveKit answer",
      security: nobody,
      responses: {
        200: answer("Both do.", Readiness),
        503: answer("At least one does not.", Readiness),
        ...problemAnswers(["internal-error"]),
      },
    },
  },
};
