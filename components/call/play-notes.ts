import { readPreferences } from "@/lib/client/preferences";

/** Browsers say at once that a page may sound, but for some that begin a moment later. */
const beginsWithinMs = 500;

/** Plays soft notes, in hertz, one after the other, into `destination`. Resolves when the last one is over. */
function playInto(
  destination: AudioNode,
  frequencies: readonly number[],
  volume: number,
): Promise<void> {
  const { context } = destination;
  const loudness = context.createGain();
  loudness.gain.value = volume;
  loudness.connect(destination);
  return new Promise((resolve) => {
    for (const [index, hertz] of frequencies.entries()) {
      const note = context.createOscillator();
      const shape = context.createGain();
      const begin = context.currentTime + index * 0.16;
      note.frequency.value = hertz;
      shape.gain.setValueAtTime(0, begin);
      shape.gain.linearRampToValueAtTime(1, begin + 0.02);
      shape.gain.exponentialRampToValueAtTime(0.001, begin + 0.45);
      note.connect(shape).connect(loudness);
      note.start(begin);
      note.stop(begin + 0.5);
      if (index === frequencies.length - 1) note.addEventListener("ended", () => resolve());
    }
  });
}

async function begins(context: AudioContext): Promise<boolean> {
  if (context.state === "suspended") {
    const tooLate = new Promise((resolve) => setTimeout(resolve, beginsWithinMs));
    await Promise.race([context.resume(), tooLate]);
  }
  return context.state === "running";
}

/**
 * Plays soft notes, one after the other, from a speaker: the system's own without an id. Rejects where that speaker
 * is gone, and where sound is held back.
 */
export async function playNotesFrom(
  speakerId: string | undefined,
  frequencies: readonly number[],
  volume: number,
): Promise<void> {
  const context = new AudioContext();
  try {
    // A page that nobody has touched may not sound: by the time it may, this is no news.
    if (!(await begins(context))) throw new Error("Sound is held back.");
    const sink = context.createMediaStreamDestination();
    // An element, for not every browser sends Web Audio to a speaker that was chosen.
    const element = new Audio();
    element.srcObject = sink.stream;
    if (speakerId && "setSinkId" in element) await element.setSinkId(speakerId);
    await element.play();
    await playInto(sink, frequencies, volume);
    element.srcObject = null;
  } finally {
    await context.close().catch(() => undefined);
  }
}

/**
 * A soft sound of a few notes, from where the call is heard: something happened that somebody may want to look at.
 * Silent where sound is held back.
 */
export function playNotes(...frequencies: readonly number[]): void {
  const { speakerId } = readPreferences();
  const play = (from: string | undefined) => playNotesFrom(from, frequencies, 0.12);
  void play(speakerId)
    .catch(() => (speakerId === undefined ? undefined : play(undefined)))
    .catch(() => undefined);
}
