import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { Draft, type DraftState } from "./draft";
import { readDraft, storeDraft } from "./draft-storage";

const meetingId = "abc-defg-hij";
const ada = `p_${"a".repeat(32)}`;
const lena = { identity: `p_${"b".repeat(32)}`, name: "Lena" };
const stored = new FakeStorage();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("sessionStorage", stored);
});

const open = () => {
  const draft: Draft = new Draft(
    () => storeDraft(meetingId, ada, draft.snapshot()),
    readDraft(meetingId, ada),
  );
  return draft;
};

describe("a draft over a reload", () => {
  it("comes back with whom it is for and what it answers, without its files", () => {
    const file = new File(["a"], "a.txt");
    open().set({ text: "half", to: lena, about: { kind: "reply", id: "m" }, files: [file] });
    const after: DraftState = {
      text: "half",
      to: lena,
      about: { kind: "reply", id: "m" },
      files: [],
    };
    expect(open().snapshot()).toEqual(after);
  });

  it("comes back as a change of a message, and what was written before after that", () => {
    const draft = open();
    draft.set({ text: "before" });
    draft.beginEdit("m", "old words");
    draft.set({ text: "new words" });
    const after = open();
    expect(after.snapshot().about).toEqual({ kind: "edit", id: "m", before: "before" });
    after.endAbout();
    expect(open().snapshot().text).toBe("before");
  });

  it("turns private with what was being written, and not with the words of a message one was changing", () => {
    const draft = open();
    draft.set({ text: "half" });
    draft.beginEdit("m", "said to all");
    draft.beginPrivate(lena);
    expect(draft.snapshot()).toMatchObject({ text: "half", to: lena, about: null });
    draft.set({ about: { kind: "reply", id: "m" } });
    draft.beginPrivate(lena);
    expect(draft.snapshot()).toMatchObject({ text: "half", to: lena, about: null });
  });

  it("is forgotten once sent", () => {
    const draft = open();
    draft.set({ text: "half" });
    draft.clear();
    expect(stored.length).toBe(0);
    expect(open().isEmpty).toBe(true);
  });

  it("is nobody else's, and nonsense in storage is no draft", () => {
    open().set({ text: "half" });
    expect(readDraft(meetingId, lena.identity)).toBeUndefined();
    stored.setItem(`meetings.draft.${meetingId}`, '{"author":1}');
    expect(readDraft(meetingId, ada)).toBeUndefined();
    expect(open().isEmpty).toBe(true);
  });
});
