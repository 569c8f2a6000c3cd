"use client";
import { useRoomContext } from "@livekit/components-react";
import { type RemoteParticipant, RoomEvent } from "livekit-client";
import { useCallback, useEffect, useEffectEvent } from "react";
import type { z } from "zod";
import { countDropped } from "./dropped-data";

/** Larger than anything of ours: what is longer is nobody's who plays along. */
const mostBytes = 8_000;

/**
 * Fleeting messages between the people in the call, as JSON on one topic. `receive` gets what fits `schema`,
 * with the sender as LiveKit names them, whatever the message says; the rest is dropped and counted. Returns
 * what sends one to everybody: reliably, in order. It rejects where LiveKit cannot send, and is silently
 * dropped there for who may not send data.
 */
export function useDataMessages<Schema extends z.ZodType>(
  topic: string,
  schema: Schema,
  receive: (message: z.infer<Schema>, from: RemoteParticipant) => void,
): (message: z.infer<Schema>) => Promise<void> {
  const room = useRoomContext();
  const received = useEffectEvent((payload: Uint8Array, from: RemoteParticipant) => {
    const message = parse(schema, payload);
    if (message === undefined) countDropped(topic);
    else receive(message, from);
  });
  useEffect(() => {
    const listen = (
      payload: Uint8Array,
      from: RemoteParticipant | undefined,
      _kind: unknown,
      onTopic: string | undefined,
    ) => {
      if (onTopic === topic && from) received(payload, from);
    };
    room.on(RoomEvent.DataReceived, listen);
    return () => void room.off(RoomEvent.DataReceived, listen);
  }, [room, topic]);
  return useCallback(
    (message) =>
      room.localParticipant.publishData(new TextEncoder().encode(JSON.stringify(message)), {
        reliable: true,
        topic,
      }),
    [room, topic],
  );
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
