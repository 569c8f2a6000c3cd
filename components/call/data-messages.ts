// What comes over LiveKit's data channel from people in the call, as JSON on topics of ours.
import { type RemoteParticipant, type Room, RoomEvent } from "livekit-client";
import type { z } from "zod";
import { countDropped } from "./dropped-data";

/** Larger than anything of ours: what is longer is nobody's who plays along. */
const mostBytes = 8_000;

/**
 * Gives `receive` what fits the schema, with who sent it; what does not fit, or comes from somebody of whom
 * LiveKit has not told yet, is dropped and counted. Returns what ends it.
 */
export function onDataMessage<Schema extends z.ZodType>(
  room: Room,
  topic: string,
  schema: Schema,
  receive: (message: z.infer<Schema>, from: RemoteParticipant) => void,
): () => void {
  const listen = (
    payload: Uint8Array,
    from?: RemoteParticipant,
    _kind?: unknown,
    onTopic?: string,
  ) => {
    if (onTopic !== topic) return;
    const message = from && parse(schema, payload);
    if (!from || message === undefined) countDropped(topic);
    else receive(message, from);
  };
  room.on(RoomEvent.DataReceived, listen);
  return () => void room.off(RoomEvent.DataReceived, listen);
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  payload: Uint8Array,
): z.infer<Schema> | undefined {
  if (payload.byteLength > mostBytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
  } catch {
    return undefined;
  }
}
