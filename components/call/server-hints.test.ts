import { RemoteParticipant, Room, RoomEvent } from "livekit-client";
import { expect, test, vi } from "vitest";
import { allDropped } from "./dropped-data";
import { onServerHint } from "./server-hints";

const nothing = new Uint8Array();

test("a hint is our server's: what people send on its topic is dropped and counted", () => {
  const room = new Room();
  const hinted = vi.fn();
  const end = onServerHint(room, "meetings.messages", hinted);
  const send = (from?: RemoteParticipant, identity?: string, payload = nothing, topic?: string) =>
    room.emit(
      RoomEvent.DataReceived,
      payload,
      from,
      undefined,
      topic ?? "meetings.messages",
      undefined,
      identity,
    );
  const dropped = () => allDropped().get("meetings.messages") ?? 0;

  send();
  send(undefined, "");
  expect(hinted).toHaveBeenCalledTimes(2);
  send(undefined, undefined, nothing, "another");
  expect(dropped()).toBe(0);

  const mallory = new RemoteParticipant(room.engine.client, "PA_1", "p_mallory");
  send(mallory, "p_mallory");
  // Of whom LiveKit has not told yet.
  send(undefined, "p_mallory");
  send(undefined, "", new Uint8Array([1]));
  expect(hinted).toHaveBeenCalledTimes(2);
  expect(dropped()).toBe(3);

  end();
  send();
  expect(hinted).toHaveBeenCalledTimes(2);
});
