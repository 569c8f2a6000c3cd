import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Message, MessageId } from "@/lib/contract/message";
import { emptyConversation, entriesOf, type Heard, hear, keep, unhear } from "./merge-messages";

const identityOf = (who: number) => `p_${String(who).padStart(32, "0")}`;

function kept(who: number, own: string, position: number, more: Partial<Message> = {}): Message {
  return {
    message_id: MessageId.parse(`${identityOf(who)}.${own}`),
    author: { identity: identityOf(who), name: `P${who}`, role: "participant" },
    to: null,
    reply_to: null,
    position,
    text: own,
    sent_at: "2026-11-23T10:00:00.000Z",
    edited_at: null,
    deleted_at: null,
    ...more,
  };
}

function heard(who: number, own: string, at = 0): Heard {
  return {
    id: `${identityOf(who)}.${own}`,
    author: { identity: identityOf(who), name: `P${who}` },
    to: null,
    replyTo: null,
    at,
    content: { kind: "text", text: own },
  };
}

const said = (conversation: Parameters<typeof entriesOf>[0]) =>
  entriesOf(conversation).map(({ content }) =>
    content.kind === "text" ? content.text : content.kind,
  );

describe("one list of two sources", () => {
  it("has a message once, wherever it comes from first", () => {
    const first = keep(hear(emptyConversation, heard(1, "a")), [kept(1, "a", 1)]);
    const second = hear(keep(emptyConversation, [kept(1, "a", 1)]), heard(1, "a"));
    expect([said(first), said(second)]).toEqual([["a"], ["a"]]);
    expect(entriesOf(first)[0]?.position).toBe(1);
  });

  it("lets nobody change what was heard under an id, and nobody write under another's", () => {
    const lie = { ...heard(1, "a"), content: { kind: "text", text: "not so" } } as const;
    const one = hear(hear(emptyConversation, heard(1, "a")), lie);
    expect(said(one)).toEqual(["a"]);
    expect(said(hear(one, heard(2, "a")))).toEqual(["a", "a"]);
  });

  it("believes the API about text, edits and deletions, also when answers overtake each other", () => {
    const written = kept(1, "a", 1);
    const edited = kept(1, "a", 1, { text: "b", edited_at: "2026-11-23T10:00:01.000Z" });
    const deleted = kept(1, "a", 1, { text: null, deleted_at: "2026-11-23T10:00:02.000Z" });
    const lie = { ...heard(1, "a"), content: { kind: "text", text: "not so" } } as const;
    expect(said(keep(hear(emptyConversation, lie), [written]))).toEqual(["a"]);
    expect(said(keep(keep(emptyConversation, [edited]), [written]))).toEqual(["b"]);
    expect(said(keep(keep(emptyConversation, [deleted]), [edited]))).toEqual(["deleted"]);
    expect(said(keep(emptyConversation, [deleted, written, edited]))).toEqual(["deleted"]);
  });

  it("says that a message changed where other words of it were heard than are kept", () => {
    const lie = { ...heard(1, "a"), content: { kind: "text", text: "yes, 100" } } as const;
    const written = kept(1, "a", 1, { text: "yes, 10" });
    const states = (conversation: Parameters<typeof entriesOf>[0]) =>
      entriesOf(conversation).map(({ isEdited }) => isEdited);
    const caught = keep(hear(emptyConversation, lie), [written]);
    expect([said(caught), states(caught)]).toEqual([["yes, 10"], [true]]);
    expect(keep(caught, [written])).toBe(caught);
    const honest = keep(hear(emptyConversation, heard(1, "a")), [kept(1, "a", 1)]);
    expect(states(honest)).toEqual([false]);
    // What the API says of it later counts, as ever.
    const edited = { ...written, text: "no", edited_at: "2026-11-23T10:00:01.000Z" };
    expect(said(keep(caught, [edited]))).toEqual(["no"]);
  });

  it("shows what is not kept behind what was there before it", () => {
    let now = keep(emptyConversation, [kept(1, "a", 1)]);
    now = hear(now, heard(9, "never kept"));
    now = hear(now, heard(2, "c"));
    expect(said(now)).toEqual(["a", "never kept", "c"]);
    now = keep(now, [kept(2, "c", 2), kept(1, "d", 3)]);
    expect(said(now)).toEqual(["a", "never kept", "c", "d"]);
    expect(said(unhear(now, heard(9, "never kept").id))).toEqual(["a", "c", "d"]);
  });

  it("takes away what was never kept where it stands, and says nothing of it to who never had it", () => {
    const at = "2026-11-23T10:00:05.000Z";
    const gone = kept(1, "plan", 7, { text: null, sent_at: at, deleted_at: at });
    const file = {
      ...heard(1, "plan"),
      content: { kind: "file", name: "plan.png", size: 9 },
    } as const;
    const had = hear(keep(hear(emptyConversation, file), [kept(2, "after", 1)]), heard(2, "last"));
    expect(said(keep(had, [gone]))).toEqual(["deleted", "after", "last"]);
    expect(said(hear(keep(had, [gone]), file))).toEqual(["deleted", "after", "last"]);
    const none = keep(keep(emptyConversation, [kept(2, "after", 1)]), [gone]);
    expect(said(none)).toEqual(["after"]);
    // What comes late is what is gone.
    expect(said(hear(none, file))).toEqual(["after"]);
  });

  it("gives the same entry for the same message, so that it is not drawn again", () => {
    const one = keep(hear(emptyConversation, heard(2, "b")), [kept(1, "a", 1)]);
    const two = keep(one, [kept(3, "c", 2)]);
    const idsOfOne = new Set(entriesOf(one));
    expect(entriesOf(two).filter((entry) => idsOfOne.has(entry))).toHaveLength(2);
    expect(keep(two, [kept(3, "c", 2)])).toBe(two);
  });

  it("holds no more than a thousand of what nobody keeps", () => {
    let now = emptyConversation;
    for (let turn = 0; turn < 1_200; turn += 1) now = hear(now, heard(1, `m${turn}`));
    expect(said(now)).toHaveLength(1_000);
    expect(said(now).at(-1)).toBe("m1199");
  });

  it("comes to one order for everybody, each message once, however things arrive", () => {
    const events = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 20 })), {
        selector: ([who, own]) => `${who}.${own}`,
        maxLength: 25,
      })
      .chain((written) => {
        const all = written.flatMap(([who, own], index) => [
          { kind: "heard" as const, message: heard(who, `m${own}`) },
          { kind: "kept" as const, message: kept(who, `m${own}`, index) },
        ]);
        return fc.tuple(fc.constant(written), fc.shuffledSubarray(all, { minLength: all.length }));
      });
    fc.assert(
      fc.property(events, ([written, arriving]) => {
        const end = arriving.reduce(
          (now, event) =>
            event.kind === "heard" ? hear(now, event.message) : keep(now, [event.message]),
          emptyConversation,
        );
        expect(entriesOf(end).map(({ id }) => id)).toEqual(
          written.map(([who, own]) => `${identityOf(who)}.m${own}`),
        );
      }),
    );
  });

  it("loses nothing that was heard, and keeps those in the order they came", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (isKept) => {
        const end = isKept.reduce(
          (now, is, index) =>
            is ? keep(now, [kept(1, `m${index}`, index)]) : hear(now, heard(2, `m${index}`)),
          emptyConversation,
        );
        expect(said(end)).toEqual(isKept.map((_, index) => `m${index}`));
      }),
    );
  });
});
