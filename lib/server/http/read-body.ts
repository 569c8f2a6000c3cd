import type { z } from "zod";
import { Failure } from "@/lib/server/failure";

const mostBytes = 64 * 1024;

const tooLarge = () => new Failure("body-too-large");

/** The body's bytes; gives up as soon as there are too many, whatever the length said. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure("malformed-json", { detail: "The body is not UTF-8.", cause });
  }
}

function checkType(request: Request, types: readonly string[], mayBeMissing: boolean): void {
  const header = request.headers.get("content-type");
  if (header === null && mayBeMissing) return;
  const type = header?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (types.includes(type)) return;
  throw new Failure("unsupported-media-type", {
    detail: `Send the body as ${types.join(" or ")}.`,
  });
}

/** The body as it came, for signatures that are made over it. */
export async function readText(request: Request, types: readonly string[]): Promise<string> {
  checkType(request, types, false);
  return textOf(await readBytes(request));
}

/**
 * The body, parsed by the schema. With `orEmpty` a body that is not there counts as `{}`, for requests
 * whose every field is optional.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { orEmpty = false } = {},
): Promise<z.infer<Schema>> {
  const declared = request.headers.has("content-type");
  if (declared) checkType(request, ["application/json"], false);
  const bytes = await readBytes(request);
  if (bytes.byteLength === 0) {
    if (orEmpty) return schema.parse({});
    throw new Failure("malformed-json", { detail: "The body is empty." });
  }
  if (!declared) checkType(request, ["application/json"], false);
  const text = textOf(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Failure("malformed-json", { cause });
  }
  return schema.parse(value);
}
