import { Room } from "livekit-client";
import { expect, it, vi } from "vitest";
import { FileTransfers } from "./file-transfers";

it("a file that is cancelled while a piece of it is written is cancelled", async () => {
  const room = new Room();
  let endWriting = () => {};
  const written = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        endWriting = resolve;
      }),
  );
  const close = vi.fn(async () => undefined);
  const begun = vi
    .spyOn(room.localParticipant, "streamBytes")
    .mockResolvedValue(Object.assign(Object.create(null), { write: written, close }));
  let id = "";
  const transfers = new FileTransfers({
    room: () => room,
    onFile: (file) => {
      id = file.id;
    },
    onChange: () => undefined,
  });
  transfers.send(new File([new Uint8Array(200_000)], "slow.bin"), null);
  await vi.waitFor(() => expect(written).toHaveBeenCalledOnce());
  // Others know it by the same id.
  expect(`${room.localParticipant.identity}.${begun.mock.lastCall?.[0]?.attributes?.id}`).toBe(id);
  transfers.cancel(id);
  endWriting();
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(transfers.of(id)).toEqual({ state: "cancelled" });
  expect(transfers.isSending).toBe(false);
  expect(written).toHaveBeenCalledOnce();
});

const lena = { identity: "p_lena", name: "Lena" };

/** What Lena sends under an id: as many bytes as it says. With `breaksOff` it ends before its time. */
function sent(id: string, pieces: readonly number[], breaksOff?: Promise<void>) {
  const size = pieces.reduce((sum, piece) => sum + piece, 0);
  return {
    info: { id: crypto.randomUUID(), name: "plan.bin", size, attributes: { id } },
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) yield new Uint8Array(piece);
      if (!breaksOff) return;
      await breaksOff;
      throw new Error("it broke off");
    },
  };
}

function receiver() {
  const room = new Room();
  const onFile = vi.fn();
  const transfers = new FileTransfers({ room: () => room, onFile, onChange: () => undefined });
  return { transfers, onFile };
}

it("a file that is sent again takes the place of what did not arrive, never of what did", async () => {
  const { transfers } = receiver();
  let breakOff = () => {};
  const broken = new Promise<void>((resolve) => {
    breakOff = resolve;
  });
  const first = transfers.receive(sent("f1", [3], broken), lena);
  await transfers.receive(sent("f1", [2, 2]), lena);
  breakOff();
  await first;
  const done = transfers.of("p_lena.f1");
  expect(done).toMatchObject({ state: "done", content: { size: 4 } });
  await transfers.receive(sent("f1", [9]), lena);
  expect(transfers.of("p_lena.f1")).toBe(done);
});

it("a file that is deleted is let go of, also while it comes, and not taken again", async () => {
  const { transfers, onFile } = receiver();
  await transfers.receive(sent("f1", [3]), lena);
  transfers.forget("p_lena.f1");
  expect(transfers.of("p_lena.f1")).toEqual({ state: "cancelled" });
  let breakOff = () => {};
  const broken = new Promise<void>((resolve) => {
    breakOff = resolve;
  });
  const coming = transfers.receive(sent("f2", [3], broken), lena);
  transfers.forget("p_lena.f2");
  breakOff();
  await coming;
  await transfers.receive(sent("f2", [3]), lena);
  // Before it came.
  transfers.forget("p_lena.f3");
  await transfers.receive(sent("f3", [3]), lena);
  expect(transfers.of("p_lena.f2")).toEqual({ state: "cancelled" });
  expect(transfers.of("p_lena.f3")).toBeUndefined();
  expect(onFile).toHaveBeenCalledTimes(2);
});
