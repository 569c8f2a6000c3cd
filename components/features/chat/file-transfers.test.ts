import { ConnectionState, Room, RoomEvent } from "livekit-client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FileTransfers } from "./file-transfers";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function comesIn(room: Room, identity: string) {
  const participant = Object.assign(Object.create(null), { identity });
  room.remoteParticipants.set(identity, participant);
  room.emit(RoomEvent.ParticipantConnected, participant);
}

/** A room as it is in a call, with Lena. What is sent through it is written by `write`. */
function connected(write: () => Promise<void> = async () => undefined) {
  const room = new Room();
  room.state = ConnectionState.Connected;
  comesIn(room, "p_lena");
  const written = vi.fn(write);
  const close = vi.fn(async () => undefined);
  const begun = vi
    .spyOn(room.localParticipant, "streamBytes")
    .mockImplementation(async () => Object.assign(Object.create(null), { write: written, close }));
  return { room, written, close, begun };
}

/** Somebody who sends files through the room of the moment. */
function sender(room: () => Room) {
  const ids: string[] = [];
  const onFailed = vi.fn();
  const transfers = new FileTransfers({
    room,
    ownIdentity: () => "p_me",
    onFile: (file) => ids.push(file.id),
    onFailed,
    onChange: () => undefined,
  });
  const sendFile = (file: File, to: string | null = null) => {
    transfers.send(file, to);
    return ids.at(-1) ?? "";
  };
  const send = (name = "notes.txt", bytes = 1, to: string | null = null) =>
    sendFile(new File([new Uint8Array(bytes)], name), to);
  const states = () => ids.map((id) => transfers.of(id)?.state);
  return { transfers, send, sendFile, states, onFailed };
}

/** Something that is done, or goes wrong, when it is told to. */
function held<Value = void>() {
  let letGo: (value: Value) => void = () => undefined;
  let breakOff: (why: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    letGo = resolve;
    breakOff = reject;
  });
  return { promise, letGo, breakOff };
}

const sentNames = ({ begun }: Pick<ReturnType<typeof connected>, "begun">) =>
  begun.mock.calls.map(([options]) => options?.name);

describe("a file that is sent", () => {
  it("is cancelled also while a piece of it is written", async () => {
    const writing = held();
    const { room, written, close, begun } = connected(() => writing.promise);
    const { transfers, send } = sender(() => room);
    const id = send("slow.bin", 200_000);
    await vi.waitFor(() => expect(written).toHaveBeenCalledOnce());
    // Others know it by the same id.
    expect(`p_me.${begun.mock.lastCall?.[0]?.attributes?.id}`).toBe(id);
    transfers.cancel(id);
    writing.letGo();
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(transfers.of(id)).toEqual({ state: "cancelled" });
    expect(transfers.hasUnsent).toBe(false);
    expect(written).toHaveBeenCalledOnce();
  });

  it("and was cancelled goes once when it is tried again, also before the first is through", async () => {
    const writing = held();
    const here = connected(() => writing.promise);
    const { transfers, send } = sender(() => here.room);
    const id = send("slow.bin", 100_000);
    await vi.waitFor(() => expect(here.written).toHaveBeenCalledOnce());
    transfers.cancel(id);
    transfers.retry(id);
    expect(transfers.of(id)).toEqual({ state: "waiting" });
    writing.letGo();
    await vi.waitFor(() => expect(transfers.of(id)?.state).toBe("done"));
    expect(here.begun).toHaveBeenCalledTimes(2);
    // One piece of the first, both of the second.
    expect(here.written).toHaveBeenCalledTimes(3);
  });

  it("waits where many were sent within a minute, and cancelled ones that never began are none", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const here = connected();
    const { transfers, send, states } = sender(() => here.room);
    const ids = Array.from({ length: 13 }, (_, turn) => send(`${turn}.txt`));
    await vi.waitFor(() => expect(here.close).toHaveBeenCalledTimes(10));
    await vi.advanceTimersByTimeAsync(50_000);
    expect(states().slice(10)).toEqual(["waiting", "waiting", "waiting"]);
    expect(transfers.hasUnsent).toBe(true);
    transfers.cancel(ids[10] ?? "");
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(here.close).toHaveBeenCalledTimes(12));
    await vi.waitFor(() => expect(states().slice(10)).toEqual(["cancelled", "done", "done"]));
    expect(sentNames(here)).not.toContain("10.txt");
  });

  it("says what it is known by, where the page can make that", async () => {
    const here = connected();
    const { send, states } = sender(() => here.room);
    send("zeros.bin", 3);
    await vi.waitFor(() => expect(states()).toEqual(["done"]));
    vi.stubGlobal("crypto", { randomUUID: () => "f2" });
    send("zeros.bin", 3);
    await vi.waitFor(() => expect(states()).toEqual(["done", "done"]));
    expect(here.begun.mock.calls.map(([options]) => options?.attributes?.sha256)).toEqual([
      "709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c",
      undefined,
    ]);
  });

  it("waits until the call is connected", async () => {
    const here = connected();
    here.room.state = ConnectionState.Reconnecting;
    const { transfers, send, states } = sender(() => here.room);
    send();
    expect(states()).toEqual(["waiting"]);
    here.room.state = ConnectionState.Connected;
    transfers.resume();
    await vi.waitFor(() => expect(states()).toEqual(["done"]));
    expect(here.begun).toHaveBeenCalledOnce();
  });

  it("has failed where the call moved on meanwhile; what waited behind it goes the new way, once", async () => {
    const writing = held();
    const before = connected(() => writing.promise);
    const after = connected();
    let { room } = before;
    const { transfers, send, states, onFailed } = sender(() => room);
    const first = send("a.txt");
    send("b.txt");
    send("c.txt");
    await vi.waitFor(() => expect(before.written).toHaveBeenCalledOnce());
    room = after.room;
    room.state = ConnectionState.Connecting;
    transfers.moved();
    expect(states()).toEqual(["failed", "waiting", "waiting"]);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(first);
    room.state = ConnectionState.Connected;
    transfers.resume();
    await vi.waitFor(() => expect(states()).toEqual(["failed", "done", "done"]));
    // The old way opens after all, which changes nothing.
    writing.letGo();
    await vi.waitFor(() => expect(before.close).toHaveBeenCalledOnce());
    transfers.retry(first);
    await vi.waitFor(() => expect(states()).toEqual(["done", "done", "done"]));
    expect(sentNames(before)).toEqual(["a.txt"]);
    expect(sentNames(after)).toEqual(["b.txt", "c.txt", "a.txt"]);
  });

  it("is not said to have arrived where nobody whom it is for is here", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const here = connected();
    const { send, states, onFailed } = sender(() => here.room);
    send("for-kenji.txt", 1, "p_kenji");
    here.room.remoteParticipants.clear();
    send("for-all.txt");
    expect(states()).toEqual(["waiting", "waiting"]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(states()).toEqual(["unreceived", "unreceived"]);
    expect(onFailed).toHaveBeenCalledTimes(2);
    expect(here.begun).not.toHaveBeenCalled();
  });

  it("goes to who has just come, too: the news of that may be on its way", async () => {
    const here = connected();
    here.room.remoteParticipants.clear();
    const { send, states } = sender(() => here.room);
    send("for-all.txt");
    comesIn(here.room, "p_kenji");
    await vi.waitFor(() => expect(states()).toEqual(["done"]));
  });

  it("has not arrived either where they went before its end, even if they came back", async () => {
    const writing = held();
    const here = connected(() => writing.promise);
    comesIn(here.room, "p_kenji");
    const { transfers, send, states } = sender(() => here.room);
    const ids = [send("for-kenji.txt", 1, "p_kenji"), send("for-all.txt")];
    await vi.waitFor(() => expect(here.written).toHaveBeenCalledOnce());
    comesIn(here.room, "p_kenji");
    writing.letGo();
    await vi.waitFor(() => expect(states()).toEqual(["failed", "done"]));
    transfers.retry(ids[0] ?? "");
    await vi.waitFor(() => expect(states()).toEqual(["done", "done"]));
  });

  it("and cannot be read to its end is broken off, told of, and not gone with the tab unasked", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const here = connected();
    const { transfers, sendFile, states, onFailed } = sender(() => here.room);
    const file = new File([new Uint8Array(200_000)], "changed.bin");
    const slice = file.slice.bind(file);
    vi.spyOn(file, "slice").mockImplementation((from, to) => {
      const piece = slice(from, to);
      if (from !== 0) piece.arrayBuffer = () => Promise.reject(new Error("It was changed."));
      return piece;
    });
    const id = sendFile(file);
    await vi.waitFor(() => expect(states()).toEqual(["failed"]));
    expect(here.written).toHaveBeenCalledOnce();
    expect(here.close).toHaveBeenCalledOnce();
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(id);
    expect(transfers.hasUnsent).toBe(true);
    transfers.forget(id);
    expect(transfers.hasUnsent).toBe(false);
  });
});

const lena = { identity: "p_lena", name: "Lena" };

/** What somebody sends under an id: as many bytes as it says. With `last` more comes, or not, when that is settled. */
function sent(id: string, pieces: readonly number[], last?: Promise<number>, sha256?: string) {
  const size = pieces.reduce((sum, piece) => sum + piece, 0);
  const reader = {
    info: { name: "plan.bin", size },
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) yield new Uint8Array(piece);
      if (last !== undefined) yield new Uint8Array(await last);
    },
  };
  return [reader, { id, to: null, replyTo: null, sha256 }] as const;
}

const never = () => new Promise<number>(() => undefined);
const state = ({ transfers }: ReturnType<typeof receiver>, id: string) =>
  transfers.of(`p_lena.${id}`)?.state;

function receiver() {
  const room = new Room();
  const onFile = vi.fn();
  const transfers = new FileTransfers({
    room: () => room,
    ownIdentity: () => "p_me",
    onFile,
    onFailed: () => undefined,
    onChange: () => undefined,
  });
  return { transfers, onFile };
}

describe("a file that somebody sends", () => {
  it("again takes the place of what did not arrive, never of what did", async () => {
    const { transfers } = receiver();
    const { promise, breakOff } = held<number>();
    const first = transfers.receive(...sent("f1", [3], promise), lena);
    await transfers.receive(...sent("f1", [2, 2]), lena);
    breakOff(new Error("it broke off"));
    await first;
    const done = transfers.of("p_lena.f1");
    expect(done).toMatchObject({ state: "done", content: { size: 4 } });
    await transfers.receive(...sent("f1", [9]), lena);
    expect(transfers.of("p_lena.f1")).toBe(done);
  });

  it("and that is deleted is let go of, also while it comes, and not taken again", async () => {
    const { transfers, onFile } = receiver();
    await transfers.receive(...sent("f1", [3]), lena);
    transfers.forget("p_lena.f1");
    expect(transfers.of("p_lena.f1")).toEqual({ state: "cancelled" });
    const { promise, breakOff } = held<number>();
    const coming = transfers.receive(...sent("f2", [3], promise), lena);
    transfers.forget("p_lena.f2");
    breakOff(new Error("it broke off"));
    await coming;
    await transfers.receive(...sent("f2", [3]), lena);
    // Before it came.
    transfers.forget("p_lena.f3");
    await transfers.receive(...sent("f3", [3]), lena);
    expect(transfers.of("p_lena.f2")).toEqual({ state: "cancelled" });
    expect(transfers.of("p_lena.f3")).toBeUndefined();
    expect(onFile).toHaveBeenCalledTimes(2);
  });

  it("is one of three at most that have not ended; those that are cancelled make room", async () => {
    const here = receiver();
    const begin = (id: string) => void here.transfers.receive(...sent(id, [1], never()), lena);
    for (const id of ["f1", "f2", "f3", "f4"]) begin(id);
    expect(here.onFile).toHaveBeenCalledTimes(3);
    here.transfers.cancel("p_lena.f2");
    begin("f5");
    expect([state(here, "f2"), state(here, "f4"), state(here, "f5")]).toEqual([
      "cancelled",
      undefined,
      "receiving",
    ]);
    // Somebody else's are their own.
    void here.transfers.receive(...sent("f1", [1], never()), {
      identity: "p_kenji",
      name: "Kenji",
    });
    expect(here.onFile).toHaveBeenCalledTimes(5);
  });

  it("is given up where nothing more of it comes, whatever comes later, and taken when sent again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const here = receiver();
    const { promise, letGo } = held<number>();
    const coming = here.transfers.receive(...sent("f1", [1], promise), lena);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(state(here, "f1")).toBe("receiving");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state(here, "f1")).toBe("broken");
    letGo(5);
    await coming;
    expect(state(here, "f1")).toBe("broken");
    await here.transfers.receive(...sent("f1", [2]), lena);
    expect(state(here, "f1")).toBe("done");
  });

  it("has not come whole where it is not what its sender said it is", async () => {
    const here = receiver();
    const receive = (id: string, sha256?: string) =>
      here.transfers.receive(...sent(id, [2, 1], undefined, sha256), lena);
    const zeros = "709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c";
    await receive("f1", zeros);
    await receive("f2", zeros.replace("7", "8"));
    // As other clients send it.
    await receive("f3");
    expect(["f1", "f2", "f3"].map((id) => state(here, id))).toEqual(["done", "broken", "done"]);
    // Sent again it may come whole.
    await receive("f2", zeros);
    expect(state(here, "f2")).toBe("done");
  });

  it("makes older ones go while it comes, and is itself not held beyond what is held of all", async () => {
    const here = receiver();
    const large = 25 * 1024 * 1024;
    await here.transfers.receive(...sent("old", [large]), lena);
    const begun = Array.from({ length: 9 }, (_, turn) => {
      const from = { identity: `p_${turn}`, name: "Kenji" };
      void here.transfers.receive(...sent("f1", [large], never()), from);
      return `${from.identity}.f1`;
    });
    await vi.waitFor(() => {
      const states = begun.map((id) => here.transfers.of(id)?.state);
      expect(states).toEqual([...Array.from({ length: 8 }, () => "receiving"), "broken"]);
    });
    expect(here.transfers.of("p_lena.old")).toEqual({ state: "done", content: undefined });
  });
});
