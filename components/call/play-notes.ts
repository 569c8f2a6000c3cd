/**
 * A soft sound of a few notes, one after the other: something happened that somebody may want to look at.
 * Silent where sound is held back.
 */
export function playNotes(...frequencies: readonly number[]): void {
  const context = new AudioContext();
  const loudness = context.createGain();
  loudness.gain.value = 0.12;
  loudness.connect(context.destination);
  let last: OscillatorNode | undefined;
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
    last = note;
  }
  const close = () => void context.close().catch(() => undefined);
  if (context.state === "running") last?.addEventListener("ended", close);
  // A page that nobody has touched may not sound: by the time it may, this is no news.
  else close();
}
