// The cameras, microphones and speakers of this computer as they were listed last, for whoever shows them at
// once: browsers answer a moment later, and what has been drawn by then would grow under the finger.

import { browserKindOf } from "./media-errors";

let known: readonly MediaDeviceInfo[] = [];
const watchers = new Set<() => void>();

/** Lists what there is now; where no browser says, what there was. */
export async function listDevices(): Promise<readonly MediaDeviceInfo[]> {
  // Not there on a page without TLS.
  const listed = (await navigator.mediaDevices?.enumerateDevices().catch(() => known)) ?? known;
  const isSame =
    listed.length === known.length &&
    listed.every(({ deviceId, label, kind }, index) => {
      const before = known[index];
      return before?.deviceId === deviceId && before.label === label && before.kind === kind;
    });
  if (isSame) return known;
  known = listed;
  for (const tell of watchers) tell();
  return known;
}
const listAgain = () => void listDevices();

/** Keeps the list true until what is returned is called; `onChange` is told when it became another. */
export function watchDevices(onChange: () => void): () => void {
  const { mediaDevices } = navigator;
  if (!mediaDevices) return () => undefined;
  watchers.add(onChange);
  if (watchers.size === 1) mediaDevices.addEventListener("devicechange", listAgain);
  listAgain();
  return () => {
    watchers.delete(onChange);
    if (watchers.size === 0) mediaDevices.removeEventListener("devicechange", listAgain);
  };
}

/**
 * Most phones leave the choice of speaker to the system; LiveKit's client does so in Safari, and in every browser
 * on iPhones, whatever those offer.
 */
export function canChooseSpeaker(): boolean {
  return (
    typeof HTMLMediaElement !== "undefined" &&
    "setSinkId" in HTMLMediaElement.prototype &&
    !browserKindOf(navigator.userAgent).startsWith("safari")
  );
}

/** All devices as they were listed last, the same array until that changes. */
export const knownDevices = (): readonly MediaDeviceInfo[] => known;
