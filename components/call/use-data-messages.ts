"use client";
import { useRoomContext } from "@livekit/components-react";
import type { RemoteParticipant } from "livekit-client";
import { useCallback, useEffect, useEffectEvent } from "react";
import type { z } from "zod";
import { onDataMessage } from "./data-messages";

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
  const received = useEffectEvent(receive);
  useEffect(
    () => onDataMessage(room, topic, schema, (message, from) => received(message, from)),
    [room, topic, schema],
  );
  return useCallback(
    (message) =>
      room.localParticipant.publishData(new TextEncoder().encode(JSON.stringify(message)), {
        reliable: true,
        topic,
      }),
    [room, topic],
  );
}
