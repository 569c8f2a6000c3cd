// Text that only who brings the same secret again can read: AES-256-GCM under keys derived from it.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;

/** What is derived from a secret; none of it leads back to the secret. */
export interface SealedWith {
  /** The same for the same secret, so that it can be found again. */
  id: string;
  seal(text: string): string;
  /** Throws where it was not sealed with this secret. */
  open(sealed: string): string;
  /** A fingerprint of a text that nobody without the secret can try texts against. */
  fingerprint(text: string): string;
}

export function sealedWith(secret: string, purpose: string): SealedWith {
  const derive = (use: string) =>
    Buffer.from(hkdfSync("sha256", secret, "", `meetings ${purpose} ${use}`, 32));
  const id = derive("id").toString("hex");
  const key = derive("seal");
  return {
    id,
    seal: (text) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(id));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const body = bytes.subarray(ivBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
    fingerprint: (text) => createHmac("sha256", derive("fingerprint")).update(text).digest("hex"),
  };
}
