import { timingSafeEqual } from "node:crypto";
import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { seal, unseal } from "./sealing";
import { hashOf } from "./secrets";

type Keys = Pick<Services, "config">;

/** As it is kept; null where none is asked for. */
export function sealPasscode({ config }: Keys, passcode: string | null): string | null {
  return passcode === null ? null : seal(config.passcodeKey, passcode);
}

/**
 * Whether it is the meeting's passcode, in the same time whatever it is. One that cannot be read any more
 * (LiveKit's secret was changed) fits nobody: a host sets a new one.
 */
export function isPasscode(
  { config }: Keys,
  { passcodeSealed }: StoredMeeting,
  given: string | undefined,
): boolean {
  if (passcodeSealed === null) return true;
  const passcode = unseal(config.passcodeKey, passcodeSealed);
  if (passcode === undefined || given === undefined) return false;
  const typed = given.normalize("NFC").trim();
  return timingSafeEqual(Buffer.from(hashOf(typed)), Buffer.from(hashOf(passcode)));
}
