// Our server's hints: empty data messages on topics of ours, each a reason to ask the API again.
import { type RemoteParticipant, type Room, RoomEvent } from "livekit-client";
import { countDropped } from "./dropped-data";

/**
 * Calls `hinted` whenever our server hints on a topic. What anybody in the call sends there is dropped and
 * counted, or a flood of it would make everybody ask the API on and on. Returns what ends it.
 */
export function onServerHint(room: Room, topic: string, hinted: () => void): () => void {
  const listen = (
    payload: Uint8Array,
    from?: RemoteParticipant,
    _kind?: unknown,
    onTopic?: string,
    _encryption?: unknown,
    identity = "",
  ) => {
    if (onTopic !== topic) return;
    // For a second after they came in, `from` is missing for people, too; LiveKit's word for who sent it is not.
    if (from || identity !== "" || payload.byteLength > 0) countDropped(topic);
    else hinted();
  };
  room.on(RoomEvent.DataReceived, listen);
  return () => void room.off(RoomEvent.DataReceived, listen);
}
