// What a file is known by, whoever passes it on.

/** SHA-256 as letters; undefined where the page is not secure, and has no means to make it. */
export async function hashOf(content: Blob): Promise<string | undefined> {
  const { subtle }: { subtle?: SubtleCrypto } = crypto;
  if (!subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest("SHA-256", await content.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
