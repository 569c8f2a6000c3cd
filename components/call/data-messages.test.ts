import { RemoteParticipant, Room, RoomEvent } from "livekit-client";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { onDataMessage } from "./data-messages";
import { allDropped } from "./dropped-data";

test("what fits is given with who sent it; the rest is dropped and counted, whoever sent it", () => {
  const room = new Room();
  const receive = vi.fn();
  const topic = "meetings.test";
  const end = onDataMessage(room, topic, z.strictObject({ a: z.number() }), receive);
  const mallory = new RemoteParticipant(room.engine.client, "PA_1", "p_mallory");
  const send = (text: string, from?: RemoteParticipant, onTopic = topic) =>
    room.emit(
      RoomEvent.DataReceived,
      new TextEncoder().encode(text),
      from,
      undefined,
      onTopic,
      undefined,
      from?.identity,
    );
  const dropped = () => allDropped().get(topic) ?? 0;

  send('{"a":1}', mallory);
  send("not json", mallory, "another");
  expect(receive.mock.calls).toEqual([[{ a: 1 }, mallory]]);
  expect(dropped()).toBe(0);

  for (const bad of ["not json", '{"a":"1"}', '{"a":1,"b":2}', `{"a":1}${" ".repeat(9_000)}`]) {
    send(bad, mallory);
  }
  // LiveKit has not told of its sender yet.
  send("not json");
  send('{"a":1}');
  expect(receive).toHaveBeenCalledOnce();
  expect(dropped()).toBe(6);

  end();
  send("not json", mallory);
  expect(dropped()).toBe(6);
});
