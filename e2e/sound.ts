// Microphones and browsers that behave as the story needs it.
import type { Page } from "playwright/test";

/**
 * A microphone that somebody speaks into all the time, or only one that is chosen by its name; the browser's own
 * fake one beeps too seldom for that.
 */
export function withVoice(page: Page, which: "any" | "chosen" = "any") {
  return page.addInitScript((asked) => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const audio = constraints?.audio;
      const isChosen = typeof audio === "object" && audio.deviceId !== undefined;
      const isMeant = audio && !constraints.video && (isChosen || asked === "any");
      if (!isMeant) return await real(constraints);
      const context = new AudioContext();
      document.addEventListener("pointerdown", () => void context.resume());
      document.addEventListener("keydown", () => void context.resume());
      const voice = context.createOscillator();
      const sink = context.createMediaStreamDestination();
      voice.connect(sink);
      voice.start();
      return sink.stream;
    };
  }, which);
}

/** Web Audio that sleeps until a key is pressed. Playwright's own evaluations count as a touch of the page. */
export function withSoundAsleep(page: Page) {
  return page.addInitScript(() => {
    let isTouched = false;
    window.addEventListener("keydown", () => {
      isTouched = true;
    });
    const Context = window.AudioContext;
    window.AudioContext = class extends Context {
      constructor(options?: AudioContextOptions) {
        super(options);
        void this.suspend();
      }
      override async resume() {
        if (isTouched) await super.resume();
      }
    };
  });
}

declare global {
  interface Window {
    /** What was played of soft notes, in hertz. */
    notes: number[];
  }
}

/** A browser that keeps what it plays of soft notes. */
export async function withNotes(page: Page) {
  await page.addInitScript(() => {
    window.notes = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      window.notes.push(this.frequency.value);
      start.call(this, when);
    };
  });
}

export const notesOf = (page: Page) => page.evaluate(() => window.notes);

/** Turns one of the sounds off, as another tab of this browser would. */
export const turnSoundOff = (page: Page, sound: "handSound" | "messageSound") =>
  page.evaluate((name) => {
    const key = "meetings.preferences";
    const before = JSON.parse(localStorage.getItem(key) ?? "{}");
    localStorage.setItem(key, JSON.stringify({ ...before, [name]: false }));
  }, sound);
