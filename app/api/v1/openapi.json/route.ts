import { endpoint } from "@/lib/server/http/endpoint";
import { handle } from "@/lib/server/http/handle";
import { ok } from "@/lib/server/http/responses";
import { openApiDocument } from "@/lib/server/openapi/document";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: handle(async ({ services }) => ok(openApiDocument(services.config.frontendUrl))),
});
