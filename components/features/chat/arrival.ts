// LiveKit may tell of somebody later than they are here: what they send may come before it, or be sent to them.
import { type RemoteParticipant, type Room, RoomEvent } from "livekit-client";

/** So long the news that somebody came may take. */
export const arrivalWithinMs = 3_000;

/** Settles once LiveKit has told of somebody, or of anybody where it is null, or does not in time. */
export function arrival(
  room: Room,
  identity: string | null,
  withinMs = arrivalWithinMs,
): Promise<void> {
  const { remoteParticipants: here } = room;
  const isHere = identity === null ? here.size > 0 : here.has(identity);
  if (isHere || withinMs <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      room.off(RoomEvent.ParticipantConnected, came);
      resolve();
    };
    const came = (participant: RemoteParticipant) => {
      if (identity === null || participant.identity === identity) end();
    };
    const timer = setTimeout(end, withinMs);
    room.on(RoomEvent.ParticipantConnected, came);
  });
}
