// Text that only who brings the same secret again can read.
import { createHmac } from "node:crypto";
import { keyFor, seal, unseal } from "./sealing";

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
  const key = keyFor(`${purpose} seal`, secret);
  const fingerprintKey = keyFor(`${purpose} fingerprint`, secret);
  return {
    id: keyFor(`${purpose} id`, secret).toString("hex"),
    seal: (text) => seal(key, text),
    open: (sealed) => {
      const text = unseal(key, sealed);
      if (text === undefined) throw new Error(`what is sealed for ${purpose} cannot be opened`);
      return text;
    },
    fingerprint: (text) => createHmac("sha256", fingerprintKey).update(text).digest("hex"),
  };
}
