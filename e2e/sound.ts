// Microphones and browsers that behave as the story needs it.
import type { Page } from "playwright/test";

/** A microphone that somebody speaks into all the time; the browser's own fake one beeps too seldom for that. */
export function withVoice(page: Page) {
  return page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (!constraints?.audio || constraints.video) return await real(constraints);
      const context = new AudioContext();
      document.addEventListener("pointerdown", () => void context.resume());
      document.addEventListener("keydown", () => void context.resume());
      const voice = context.createOscillator();
      const sink = context.createMediaStreamDestination();
      voice.connect(sink);
      voice.start();
      return sink.stream;
    };
  });
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
