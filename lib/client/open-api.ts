import { paths } from "@/lib/contract/paths";

/**
 * The API's own description, for a page that lets one try it: its requests go to where the page came
 * from, whatever address the operator gave this service. Throws where there is none to be had.
 */
export async function readOpenApi(signal: AbortSignal): Promise<object> {
  const response = await fetch(paths.api.openapi, { signal });
  const document: unknown = response.ok ? await response.json() : undefined;
  if (typeof document !== "object" || document === null || !("openapi" in document)) {
    throw new Error(`There is no OpenAPI document: ${response.status}`);
  }
  return { ...document, servers: [{ url: window.location.origin }] };
}
