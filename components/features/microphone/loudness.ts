/** Loud enough to be a voice close by. */
const voiceFrom = 0.05;

/** How loud a stretch of sound is: the root of its mean square, 0 to 1. */
export function loudnessOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/**
 * Tells talking from a cough: true once it has been loud in most of the last stretches. Each call takes
 * one more.
 */
export function talkingDetector(stretches = 6, enough = 4): (loudness: number) => boolean {
  const recent: boolean[] = [];
  return (loudness) => {
    recent.push(loudness >= voiceFrom);
    if (recent.length > stretches) recent.shift();
    return recent.filter(Boolean).length >= enough;
  };
}
