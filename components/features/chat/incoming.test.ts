import { type ByteStreamReader, Room, type TextStreamReader } from "livekit-client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { allDropped } from "@/components/call/dropped-data";
import { listenToChat } from "./incoming";

afterEach(() => {
  vi.useRealTimers();
});

/** A stream of LiveKit's, to be written by whoever tests. */
function stream<Piece>(attributes: Record<string, string>) {
  const { readable, writable } = new TransformStream<Piece, Piece>();
  const writer = writable.getWriter();
  const info = { id: crypto.randomUUID(), name: "plan.bin", size: 3, attributes };
  const reader = Object.assign(Object.create(null), {
    info,
    [Symbol.asyncIterator]: () => readable[Symbol.asyncIterator](),
  });
  return { info, reader, writer };
}

/** Somebody who listens to a room with Lena in it. */
function listener() {
  const room = new Room();
  const lena = { identity: "p_lena", name: "Lena", attributes: {} };
  room.remoteParticipants.set(lena.identity, Object.assign(Object.create(null), lena));
  const onText = vi.fn();
  const onFile = vi.fn();
  const texts = vi.spyOn(room, "registerTextStreamHandler");
  const files = vi.spyOn(room, "registerByteStreamHandler");
  listenToChat(room, { isChatAllowed: () => true, onText, onFile });
  return {
    onText,
    onFile,
    text: (reader: TextStreamReader) => texts.mock.lastCall?.[1](reader, lena),
    file: (reader: ByteStreamReader) => files.mock.lastCall?.[1](reader, lena),
  };
}

const dropped = () => allDropped().get("lk.chat") ?? 0;

describe("what comes straight from somebody", () => {
  it("is not held for ever where they begin texts and end none", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { text, onText } = listener();
    const begin = (id: string) => {
      const one = stream<string>({ id });
      text(one.reader);
      return one;
    };
    const end = async ({ writer }: ReturnType<typeof begin>) => {
      await writer.write("Hello");
      await writer.close();
    };
    const open = Array.from({ length: 30 }, (_, turn) => begin(`open-${turn}`));
    vi.setSystemTime(Date.now() + 11_000);
    const before = dropped();
    await end(begin("late"));
    expect([dropped() - before, onText.mock.calls.length]).toEqual([1, 0]);
    for (const one of open.slice(0, 2)) await end(one);
    await vi.waitFor(() => expect(onText).toHaveBeenCalledTimes(2));
    await end(begin("heard"));
    await vi.waitFor(() => expect(onText).toHaveBeenCalledTimes(3));
    expect(onText.mock.lastCall?.[0]).toMatchObject({ id: "p_lena.heard" });
  });

  it("is what it said at its beginning: what ends it, from anybody, changes nothing of that", async () => {
    const { text, file, onText, onFile } = listener();
    const note = stream<string>({ id: "m1" });
    const plan = stream<Uint8Array>({ id: "f1", sha256: "a".repeat(64) });
    text(note.reader);
    file(plan.reader);
    const changed = { id: "m2", to: "p_me", reply_to: "p_a.m0", sha256: "b".repeat(64) };
    note.info.attributes = changed;
    plan.info.attributes = changed;
    await note.writer.write("Hello");
    await note.writer.close();
    await vi.waitFor(() => expect(onText).toHaveBeenCalledOnce());
    expect(onText.mock.lastCall?.[0]).toMatchObject({ id: "p_lena.m1", to: null, replyTo: null });
    expect(onFile.mock.lastCall?.[1]).toEqual({
      id: "f1",
      to: null,
      replyTo: null,
      sha256: "a".repeat(64),
    });
  });

  it("is taken in files twice as fast as ours are sent", async () => {
    const { file, onFile } = listener();
    const before = dropped();
    for (let turn = 0; turn < 25; turn += 1) file(stream<Uint8Array>({ id: `f${turn}` }).reader);
    await vi.waitFor(() => expect(onFile).toHaveBeenCalledTimes(20));
    expect(dropped() - before).toBe(5);
  });
});
