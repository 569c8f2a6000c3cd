// For tests: whether an answer is one that the document says.
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { apiPaths } from "./document";

const Method = z.enum(["get", "post", "put", "patch", "delete"]);

/** A response of the document, as far as it is held against an answer. */
const Documented = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.instanceof(z.ZodType) })).optional(),
});

/**
 * Throws where the document does not know the status of an answer, its type, or what is in its body.
 * `template` is the route's folder, with `[parameters]`. Methods that are not offered are the same
 * everywhere (405), and not in the document.
 */
export async function holdAgainstDocument(
  verb: string,
  template: string,
  response: Response,
): Promise<void> {
  const method = Method.safeParse(verb.toLowerCase());
  if (!method.success || response.status === 405) return;
  const address = template
    .replace("[meetingId]", "{meeting_id}")
    .replace("[messageId]", "{message_id}")
    .replaceAll(/\[(\w+)\]/g, "{$1}");
  const where = `${verb} ${address} answered ${response.status}`;
  const responses = apiPaths[address]?.[method.data]?.responses ?? {};
  const found = Object.entries(responses).find(([status]) => status === String(response.status));
  if (!found) throw new Error(`${where}, which the document does not say.`);
  const { content } = Documented.parse(found[1]);
  const text = await response.text();
  if (!content) {
    if (text !== "") throw new Error(`${where} with a body, and the document knows of none.`);
    return;
  }
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const documented = content[type];
  if (!documented) throw new Error(`${where} as ${type}, which the document does not say.`);
  if (!type.endsWith("json")) return;
  const body: unknown = JSON.parse(text);
  const parsed = documented.schema.safeParse(body);
  if (!parsed.success) throw new Error(`${where}: ${z.prettifyError(parsed.error)}`);
  // What the schema does not know it leaves out: then the answer says more than the document.
  if (!isDeepStrictEqual(parsed.data, body)) throw new Error(`${where} with undocumented fields.`);
}
