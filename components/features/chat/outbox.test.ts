import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, Unreachable } from "@/lib/client/api-error";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { type Message, MessageId } from "@/lib/contract/message";
import type { ProblemCode } from "@/lib/contract/problem";
import { Outbox } from "./outbox";
import { readOutbox, type StoredItem } from "./outbox-storage";

const author = `p_${"a".repeat(32)}`;
const meetingId = "abc-defg-hij";
const stored = new FakeStorage();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("sessionStorage", stored);
});

const item = (id: string): StoredItem => ({
  author,
  id,
  text: id,
  to: null,
  replyTo: null,
  at: 0,
  isSent: false,
});

/** As it is called in the list. */
const idOf = (own: string) => `${author}.${own}`;

const messageOf = ({ id, text }: StoredItem): Message => ({
  message_id: MessageId.parse(idOf(id)),
  author: { identity: author, name: "Ada", role: "participant" },
  to: null,
  reply_to: null,
  position: 1,
  text,
  sent_at: "2026-11-23T10:00:00.000Z",
  edited_at: null,
  deleted_at: null,
});

const no = (status: number, code: ProblemCode, detail: string) =>
  new ApiProblem(
    { type: "about:blank", title: "No", status, detail, code, request_id: "req-00000000" },
    undefined,
  );

/** An outbox, an API that answers as the test says, and a call that is connected or not. */
function newOutbox() {
  const kept: string[] = [];
  const sent: string[] = [];
  const world = {
    answer: (_id: string): Error | undefined => undefined,
    isConnected: true,
    /** The connection never says that it took what is sent. */
    isStuck: false,
    kept,
    sent,
  };
  const outbox = new Outbox({
    meetingId,
    post: async (one) => {
      const failure = world.answer(one.id);
      if (failure) throw failure;
      return messageOf(one);
    },
    stream: async ({ id }) => {
      if (!world.isConnected) throw new Error("not connected");
      sent.push(id);
      if (world.isStuck) await new Promise(() => undefined);
    },
    onKept: ({ text }) => kept.push(text ?? ""),
    onChange: () => undefined,
  });
  return { outbox, world };
}

describe("what one writes", () => {
  it("is sent at once, and kept in the order it was written", async () => {
    const { outbox, world } = newOutbox();
    for (const id of ["a", "b", "c"]) outbox.add(item(id));
    await vi.waitFor(() => expect(world.kept).toEqual(["a", "b", "c"]));
    expect([world.sent, outbox.isEmpty, readOutbox(meetingId)]).toEqual([
      ["a", "b", "c"],
      true,
      [],
    ]);
  });

  it("is kept later where the API is away, and says so meanwhile", async () => {
    const { outbox, world } = newOutbox();
    world.answer = () => new Unreachable("network", "web-1");
    outbox.add(item("a"));
    await vi.waitFor(() => expect(outbox.standingOf(idOf("a"))).toEqual({ kind: "unkept" }));
    outbox.add(item("b"));
    expect(readOutbox(meetingId).map(({ id, isSent }) => [id, isSent])).toContainEqual(["a", true]);
    world.answer = () => undefined;
    await vi.waitFor(() => expect(world.kept).toEqual(["a", "b"]), { timeout: 3_000 });
    expect(outbox.standingOf(idOf("a"))).toBeUndefined();
  });

  it("reaches the others once, when the call is connected again", async () => {
    const { outbox, world } = newOutbox();
    world.isConnected = false;
    world.answer = () => no(503, "store-unavailable", "Away");
    outbox.add(item("a"));
    await vi.waitFor(() => expect(outbox.standingOf(idOf("a"))).toEqual({ kind: "unsent" }));
    world.isConnected = true;
    outbox.resume();
    await vi.waitFor(() => expect(outbox.standingOf(idOf("a"))).toEqual({ kind: "unkept" }));
    outbox.resume();
    world.answer = () => undefined;
    await vi.waitFor(() => expect(world.kept).toEqual(["a"]), { timeout: 3_000 });
    expect(world.sent).toEqual(["a"]);
  });

  it("is sent anew over each connection until one has taken it: they know it by its id", async () => {
    const { outbox, world } = newOutbox();
    world.answer = () => no(503, "store-unavailable", "Away");
    world.isStuck = true;
    outbox.add(item("a"));
    world.isStuck = false;
    outbox.resume();
    await vi.waitFor(() => expect(outbox.standingOf(idOf("a"))).toEqual({ kind: "unkept" }));
    expect(world.sent).toEqual(["a", "a"]);
    outbox.discard(idOf("a"));
  });

  it("has its standing alone, whoever sends something under the same id", async () => {
    const { outbox, world } = newOutbox();
    const mallorys = `p_${"b".repeat(32)}.a`;
    world.answer = () => no(403, "forbidden", "The chat is off.");
    outbox.add(item("a"));
    await vi.waitFor(() => expect(outbox.standingOf(idOf("a"))?.kind).toBe("refused"));
    expect(outbox.standingOf(mallorys)).toBeUndefined();
    expect(outbox.discard(mallorys)).toBe(false);
    world.answer = () => undefined;
    outbox.retry(mallorys);
    expect(outbox.standingOf(idOf("a"))?.kind).toBe("refused");
    outbox.retry(idOf("a"));
    await vi.waitFor(() => expect(world.kept).toEqual(["a"]));
  });

  it("is given back with the API's sentence where it is refused, and the next goes on", async () => {
    const { outbox, world } = newOutbox();
    world.answer = (id) => (id === "a" ? no(403, "forbidden", "The chat is off.") : undefined);
    outbox.add(item("a"));
    outbox.add(item("b"));
    await vi.waitFor(() => expect(world.kept).toEqual(["b"]));
    expect(outbox.standingOf(idOf("a"))).toEqual({
      kind: "refused",
      why: "The chat is off.",
      isSent: true,
    });
    world.answer = () => undefined;
    outbox.retry(idOf("a"));
    await vi.waitFor(() => expect(world.kept).toEqual(["b", "a"]));
  });

  it("survives a reload, for the seat that wrote it alone", async () => {
    const { outbox, world } = newOutbox();
    world.answer = () => new Unreachable("offline", "web-1");
    outbox.add(item("a"));
    const next = newOutbox();
    expect(next.outbox.takeUp("p_somebody_else")).toEqual([]);
    expect(next.outbox.takeUp(author).map(({ id }) => id)).toEqual(["a"]);
    expect(next.outbox.takeUp(author)).toEqual([]);
    await vi.waitFor(() => expect(next.world.kept).toEqual(["a"]));
    expect(readOutbox(meetingId)).toEqual([]);
    expect(outbox.discard(idOf("a"))).toBe(true);
  });
});
