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
  vi.spyOn(room.localParticipant, "streamBytes").mockResolvedValue(
    Object.assign(Object.create(null), { write: written, close }),
  );
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
  transfers.cancel(id);
  endWriting();
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(transfers.of(id)).toEqual({ state: "cancelled" });
  expect(transfers.isSending).toBe(false);
  expect(written).toHaveBeenCalledOnce();
});
