import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { rememberPreferences } from "@/lib/client/preferences";
import { playNotes } from "./play-notes";

/** What was heard, and from where: "880 from desk". */
const heard: string[] = [];
let isHeldBack = false;

const parameter = {
  value: 0,
  setValueAtTime: () => undefined,
  linearRampToValueAtTime: () => undefined,
  exponentialRampToValueAtTime: () => undefined,
};

/** As much of Web Audio as plays notes; what is connected is the element that plays last. */
class FakeContext {
  state = isHeldBack ? "suspended" : "running";
  currentTime = 0;
  resume = async () => undefined;
  close = async () => undefined;
  createMediaStreamDestination = () => ({ context: this, stream: {} });
  createGain = () => ({ gain: { ...parameter }, connect: () => undefined });
  createOscillator = () => {
    const frequency = { ...parameter };
    return {
      frequency,
      connect: () => ({ connect: () => undefined }),
      start: () => heard.push(`${frequency.value} from ${FakeElement.last.speaker}`),
      stop: () => undefined,
      addEventListener: (_: string, over: () => void) => over(),
    };
  };
}

class FakeElement {
  static last = new FakeElement();
  speaker = "system";
  srcObject: unknown;
  constructor() {
    FakeElement.last = this;
  }
  setSinkId = async (id: string) => {
    if (id === "gone") throw new DOMException("It is gone", "NotFoundError");
    this.speaker = id;
  };
  play = async () => undefined;
}

beforeEach(() => {
  heard.length = 0;
  isHeldBack = false;
  const nowhere = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal("window", nowhere);
  vi.stubGlobal("localStorage", new FakeStorage());
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("Audio", FakeElement);
});
afterEach(() => vi.unstubAllGlobals());

test("notes come from the system's speaker, or the one that was chosen", async () => {
  playNotes(880);
  await expect.poll(() => heard).toEqual(["880 from system"]);
  rememberPreferences({ speakerId: "desk" });
  playNotes(587, 784);
  await expect.poll(() => heard.slice(1)).toEqual(["587 from desk", "784 from desk"]);
});

test("where that one is gone, they come from the system's", async () => {
  rememberPreferences({ speakerId: "gone" });
  playNotes(660);
  await expect.poll(() => heard).toEqual(["660 from system"]);
});

test("a page that may not sound yet does not catch up on it", async () => {
  isHeldBack = true;
  playNotes(660);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([]);
});
