/** Quieter than any room: what a microphone gives that is muted by a switch of its own, or broken. */
const nothing = 1e-5;

/** The loudest sample of a stretch of sound, 0 to 1. */
export function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** True, once, when nothing at all was heard for as many looks in a row. Each call takes one more look. */
export function silenceDetector(looks: number): (peak: number) => boolean {
  let silent = 0;
  return (peak) => {
    silent = peak > nothing ? 0 : silent + 1;
    return silent === looks;
  };
}
