/** Loud enough to be a voice close by. */
const voiceFrom = 0.05;

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
