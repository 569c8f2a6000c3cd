import { Room } from "livekit-client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { ChatSession } from "./chat-session";

beforeEach(() => {
  for (const name of ["localStorage", "sessionStorage"]) vi.stubGlobal(name, new FakeStorage());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("away")));
});
afterEach(() => vi.unstubAllGlobals());

/** A chat whose API is away, and whose call cannot send. */
function newSession() {
  const ownIdentity = `p_${"a".repeat(32)}`;
  const room = new Room();
  room.localParticipant.identity = ownIdentity;
  return new ChatSession({
    meetingId: "abc-defg-hij",
    acting: () => ({ meetingId: "abc-defg-hij", as: { seatToken: "seat_a" } }),
    room,
    ownIdentity,
    isChatAllowed: () => true,
  });
}

const asksBeforeClosing = () =>
  !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("what is being written is asked about in the call, and not after it", () => {
  const session = newSession();
  const end = session.start();
  expect([session.snapshot().unsent, asksBeforeClosing()]).toEqual([undefined, false]);
  const drawn = vi.fn();
  session.subscribe(drawn);
  for (const text of ["h", "ha", "half"]) session.draft.set({ text });
  expect([session.snapshot().unsent, asksBeforeClosing()]).toEqual(["draft", true]);
  // For the first letter, and not for each.
  expect(drawn).toHaveBeenCalledOnce();
  end();
  expect(asksBeforeClosing()).toBe(false);
  // Whoever comes back goes on with it.
  const again = newSession();
  const endAgain = again.start();
  expect([again.draft.snapshot().text, again.snapshot().unsent, asksBeforeClosing()]).toEqual([
    "half",
    "draft",
    true,
  ]);
  endAgain();
});

it("a file that waits is unsent, and a message that is not kept; one on its way is not", async () => {
  vi.spyOn(console, "warn").mockReturnValue(undefined);
  const session = newSession();
  const end = session.start();
  const file = new File(["x"], "plan.txt");
  session.draft.set({ files: [file] });
  expect(session.snapshot().unsent).toBe("file");
  session.draft.clear();
  expect(session.snapshot().unsent).toBeUndefined();

  session.send("Hello", null, null);
  expect([session.snapshot().unsent, asksBeforeClosing()]).toEqual([undefined, true]);
  await vi.waitFor(() => expect(session.snapshot().unsent).toBe("message"));

  session.transfers.send(file, null);
  const sent = session.snapshot().entries.find(({ content }) => content.kind === "file");
  const id = sent?.id ?? "";
  expect(session.transfers.of(id)?.state).toBe("waiting");
  expect(session.snapshot().unsent).toBe("file");
  session.removeHere(id);
  expect(session.snapshot().unsent).toBe("message");
  for (const entry of session.snapshot().entries) session.discard(entry.id);
  end();
  expect(asksBeforeClosing()).toBe(false);
});
