/** Plays soft notes, in hertz, one after the other, into `destination`. Resolves when the last one is over. */
export function playNotesInto(
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

/**
 * A soft sound of a few notes, one after the other: something happened that somebody may want to look at.
 * Silent where sound is held back.
 */
export function playNotes(...frequencies: readonly number[]): void {
  const context = new AudioContext();
  const close = () => void context.close().catch(() => undefined);
  const isOver = playNotesInto(context.destination, frequencies, 0.12);
  if (context.state === "running") void isOver.then(close);
  // A page that nobody has touched may not sound: by the time it may, this is no news.
  else close();
}
