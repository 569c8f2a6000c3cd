// Files on their way between the people in the call. They are held in this page's memory and nowhere else.
import {
  type ByteStreamReader,
  ConnectionState,
  type RemoteParticipant,
  type Room,
} from "livekit-client";
import { countDropped } from "@/components/call/dropped-data";
import { arrival, arrivalWithinMs } from "./arrival";
import { hashOf } from "./file-hash";
import { mostFileBytes, safeFileName } from "./file-safety";
import { Flood, filesInMinute } from "./flood";
import type { Heard } from "./merge-messages";
import { chatTopic, discard, type Said } from "./stream-rules";

export type Transfer =
  /** For those before it, for the connection, or since many were sent by now. */
  | { state: "waiting" }
  | { state: "sending" | "receiving"; progress: number }
  /** `content` is gone once newer files needed its place. */
  | { state: "done"; content: Blob | undefined }
  /** `unreceived`: nobody was here for it. `broken`: what somebody sends did not come whole. */
  | { state: "cancelled" | "failed" | "unreceived" | "broken" };

interface TransfersOptions {
  room: () => Room;
  /** Known also while there is no connection. */
  ownIdentity: () => string;
  /** Puts the file into the list. */
  onFile: (file: Heard) => void;
  /** A file of one's own did not get there. */
  onFailed: (id: string) => void;
  onChange: () => void;
}

interface Outgoing {
  file: File;
  to: string | null;
}

/** What came so far of a file. */
interface Coming {
  sender: string;
  pieces: BlobPart[];
  bytes: number;
}

type Incoming = AsyncIterable<Uint8Array> & {
  info: Pick<ByteStreamReader["info"], "name" | "size">;
};

const pieceBytes = 60_000;
/** What others sent, and what has come of what they send, is held up to here; then the oldest go. */
const mostHeldBytes = 200 * 1024 * 1024;
/** So many unfinished ones are taken of one person: ours send one after the other. */
const mostUnfinished = 3;
/** A file of which nothing more comes is waited for so long. */
const stalledAfterMs = 60_000;
/** How often a progress is worth drawing. */
const drawnEveryMs = 120;

/** Whom a file would reach now. */
function receiversIn({ remoteParticipants }: Room, to: string | null): RemoteParticipant[] {
  return [...remoteParticipants.values()].filter(({ identity }) => to === null || identity === to);
}

const unsent: ReadonlySet<Transfer["state"]> = new Set(["waiting", "sending", "failed"]);

export class FileTransfers {
  readonly #options: TransfersOptions;
  readonly #transfers = new Map<string, Transfer>();
  /** What it takes to try again. */
  readonly #files = new Map<string, Outgoing>();
  readonly #cancelled = new Set<string>();
  /** What others send just now: of each file what they sent last. */
  readonly #coming = new Map<string, Coming>();
  readonly #pace = new Flood(filesInMinute.sent, 60_000);
  /** Whoever sends what waits, one after the other: on another connection it is somebody else. */
  #worker: symbol | undefined;
  /** What is being sent, and what stops it. */
  #current: { id: string; stop: AbortController } | undefined;
  #drawnAt = 0;

  constructor(options: TransfersOptions) {
    this.#options = options;
  }

  readonly of = (id: string): Transfer | undefined => this.#transfers.get(id);

  /** Something here has not reached the others. */
  get hasUnsent(): boolean {
    return [...this.#transfers.values()].some(({ state }) => unsent.has(state));
  }

  /** Sends a file to everybody or to one person, after those before it. */
  send(file: File, to: string | null): void {
    const identity = this.#options.ownIdentity();
    const id = `${identity}.${crypto.randomUUID()}`;
    this.#files.set(id, { file, to });
    this.#options.onFile({
      id,
      author: { identity, name: this.#options.room().localParticipant.name ?? "" },
      to,
      replyTo: null,
      at: Date.now(),
      content: { kind: "file", name: safeFileName(file.name), size: file.size },
    });
    this.#queue(id);
  }

  retry(id: string): void {
    const state = this.of(id)?.state;
    const isOver = state === "cancelled" || state === "failed" || state === "unreceived";
    if (isOver && this.#files.has(id)) this.#queue(id);
  }

  cancel(id: string): void {
    this.#cancelled.add(id);
    this.#stop(id);
    this.#set(id, { state: "cancelled" });
  }

  /** Lets go of a file, also while it travels, and does not take it again. */
  forget(id: string): void {
    this.#cancelled.add(id);
    this.#files.delete(id);
    this.#stop(id);
    if (this.#transfers.has(id)) this.#set(id, { state: "cancelled" });
  }

  /** The call has another connection: what was on its way over the old one did not get there. */
  moved(): void {
    this.#worker = undefined;
    this.#current?.stop.abort();
    for (const [id, { state }] of this.#transfers) {
      if (state === "sending") this.#fail(id);
    }
    this.resume();
  }

  /** Sends what waits, where the call is connected. */
  resume(): void {
    if (!this.#worker) void this.#work();
  }

  #queue(id: string): void {
    this.#set(id, { state: "waiting" });
    this.resume();
  }

  /** Sends no more of it, and keeps nothing of what came of it. */
  #stop(id: string): void {
    if (this.#current?.id === id) this.#current.stop.abort();
    const coming = this.#coming.get(id);
    if (coming) coming.pieces = [];
    this.#coming.delete(id);
  }

  async #work(): Promise<void> {
    const worker = Symbol("worker");
    this.#worker = worker;
    const alsoComeBy = performance.now() + arrivalWithinMs;
    while (this.#worker === worker) {
      const room = this.#options.room();
      const next = [...this.#files].find(([id]) => this.of(id)?.state === "waiting");
      if (!next || room.state !== ConnectionState.Connected) {
        this.#worker = undefined;
        return;
      }
      const wait = this.#pace.waitMs("", performance.now());
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      else await this.#send(room, alsoComeBy, ...next);
    }
  }

  /** Who is not here by `alsoComeBy` is not waited for. */
  async #send(room: Room, alsoComeBy: number, id: string, { file, to }: Outgoing): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    this.#current = { id, stop };
    try {
      await arrival(room, to, alsoComeBy - performance.now());
      if (signal.aborted) return;
      const receivers = receiversIn(room, to);
      if (receivers.length === 0) {
        this.#fail(id, "unreceived");
        return;
      }
      this.#set(id, { state: "sending", progress: 0 });
      const sha256 = await hashOf(file);
      if (signal.aborted) return;
      this.#pace.lets("", performance.now());
      const writer = await room.localParticipant.streamBytes({
        topic: chatTopic,
        name: file.name,
        mimeType: file.type || "application/octet-stream",
        totalSize: file.size,
        attributes: {
          id: id.slice(id.indexOf(".") + 1),
          ...(to === null ? {} : { to }),
          ...(sha256 === undefined ? {} : { sha256 }),
        },
        ...(to === null ? {} : { destinationIdentities: [to] }),
      });
      try {
        for (let from = 0; from < file.size && !signal.aborted; from += pieceBytes) {
          const piece = await file.slice(from, from + pieceBytes).arrayBuffer();
          if (signal.aborted) break;
          await writer.write(new Uint8Array(piece));
          // While it was written somebody may have cancelled it.
          if (!signal.aborted) this.#progress(id, "sending", (from + piece.byteLength) / file.size);
        }
      } finally {
        // Closed before its size is reached, the stream is broken off for those who receive it.
        await writer.close();
      }
      if (signal.aborted) return;
      // Who comes back in between is somebody new to LiveKit, and has nothing of it.
      const isReceived = receivers.some((one) => receiversIn(room, to).includes(one));
      if (isReceived) this.#set(id, { state: "done", content: file });
      else this.#fail(id);
    } catch (error) {
      if (signal.aborted) return;
      console.warn("A file could not be sent", error);
      this.#fail(id);
    } finally {
      if (this.#current?.stop === stop) this.#current = undefined;
    }
  }

  /** Takes a file that somebody sends. What is too large, or does not say how large it is, is not taken. */
  async receive(
    reader: Incoming,
    { id: ownId, to, sha256 }: Said,
    sender: Pick<RemoteParticipant, "identity" | "name">,
  ): Promise<void> {
    const { name, size } = reader.info;
    const id = `${sender.identity}.${ownId}`;
    const isGood = size !== undefined && size <= mostFileBytes && ownId !== undefined;
    // One that is sent again takes the place of what did not arrive, and never of what did.
    const isOver = this.#transfers.get(id)?.state === "done" || this.#cancelled.has(id);
    if (!isGood || isOver || this.#hasTooMany(sender.identity, id)) {
      countDropped(chatTopic);
      await discard(reader);
      return;
    }
    this.#stop(id);
    const coming: Coming = { sender: sender.identity, pieces: [], bytes: 0 };
    this.#coming.set(id, coming);
    this.#transfers.set(id, { state: "receiving", progress: 0 });
    this.#options.onFile({
      id,
      author: { identity: sender.identity, name: sender.name || sender.identity },
      to,
      replyTo: null,
      at: Date.now(),
      content: { kind: "file", name: safeFileName(name), size },
    });
    const isOn = () => this.#coming.get(id) === coming;
    /** The rest is taken and thrown away: with LiveKit nobody can refuse it. */
    const end = (transfer: Transfer) => {
      if (!isOn()) return;
      this.#stop(id);
      this.#set(id, transfer);
    };
    const waitOn = () => setTimeout(() => end({ state: "broken" }), stalledAfterMs);
    let waiting = waitOn();
    try {
      for await (const piece of reader) {
        if (!isOn()) continue;
        clearTimeout(waiting);
        waiting = waitOn();
        // A copy: LiveKit's own types do not say that its memory is not shared.
        coming.pieces.push(new Uint8Array(piece));
        coming.bytes += piece.byteLength;
        if (this.#makeRoom()) this.#progress(id, "receiving", coming.bytes / size);
        else end({ state: "broken" });
      }
      clearTimeout(waiting);
      const content = new Blob(coming.pieces, { type: "application/octet-stream" });
      // Whoever knows a stream's id may slip pieces into it: LiveKit asks nobody whose they are.
      const hash = sha256 === undefined || !isOn() ? undefined : await hashOf(content);
      end(hash === undefined || hash === sha256 ? { state: "done", content } : { state: "broken" });
    } catch {
      // Whoever sent it stopped, or went.
      end({ state: "cancelled" });
    } finally {
      clearTimeout(waiting);
    }
  }

  #hasTooMany(sender: string, besides: string): boolean {
    const unfinished = [...this.#coming].filter(
      ([id, coming]) => id !== besides && coming.sender === sender,
    );
    return unfinished.length >= mostUnfinished;
  }

  /** Lets go of the oldest that are whole; false where what is coming is too much by itself. */
  #makeRoom(): boolean {
    let held = 0;
    for (const { bytes } of this.#coming.values()) held += bytes;
    const isRoom = held <= mostHeldBytes;
    for (const [id, transfer] of [...this.#transfers].toReversed()) {
      if (transfer.state !== "done" || this.#files.has(id)) continue;
      held += transfer.content?.size ?? 0;
      if (held > mostHeldBytes) this.#transfers.set(id, { state: "done", content: undefined });
    }
    return isRoom;
  }

  #progress(id: string, state: "sending" | "receiving", progress: number): void {
    this.#transfers.set(id, { state, progress });
    const now = performance.now();
    if (now - this.#drawnAt < drawnEveryMs) return;
    this.#drawnAt = now;
    this.#options.onChange();
  }

  #fail(id: string, state: "failed" | "unreceived" = "failed"): void {
    this.#set(id, { state });
    this.#options.onFailed(id);
  }

  #set(id: string, transfer: Transfer): void {
    this.#transfers.set(id, transfer);
    this.#options.onChange();
  }
}
