// Who turned a device off: LiveKit tells both the same way, so what is one's own doing is noted here.
import type { TrackPublication } from "livekit-client";

const own = new WeakSet<TrackPublication>();

/** This person is about to turn it off. */
export function noteOwnMute(publication: TrackPublication | undefined): void {
  if (publication) own.add(publication);
}

/** Whether the mute that was just heard was this person's own. Each note counts once. */
export function wasOwnMute(publication: TrackPublication): boolean {
  return own.delete(publication);
}
