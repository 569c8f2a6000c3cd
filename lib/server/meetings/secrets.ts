// Everything that must not be guessed, and how it is compared.
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { MeetingId } from "@/lib/contract/meeting-id";

const letters = "abcdefghijklmnopqrstuvwxyz";

export function newMeetingId(): MeetingId {
  // randomInt rejects what would favour some letters.
  const some = (length: number) =>
    Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return MeetingId.parse(`${some(3)}-${some(4)}-${some(3)}`);
}

const newSecret = () => randomBytes(32).toString("base64url");

export const newHostKey = () => `host_${newSecret()}`;
export const newSeatToken = () => `seat_${newSecret()}`;
export const newOwnerSecret = newSecret;
export const newIdentity = () => `p_${randomBytes(16).toString("hex")}`;

/** What the store keeps of a secret. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Compares a secret with a kept hash, in the same time whatever they are. */
export function matchesHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash.padEnd(64).slice(0, 64)));
}
