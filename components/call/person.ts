// How somebody without a picture looks: the same everywhere in the call.

const words = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const firstGrapheme = (word: string) => {
  for (const { segment } of words.segment(word)) return segment;
  return "";
};

/** One or two letters for a name: of its first and its last word. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const first = parts[0] ?? "";
  const last = parts.length > 1 ? (parts.at(-1) ?? "") : "";
  const letters = firstGrapheme(first) + firstGrapheme(last);
  return letters.toLocaleUpperCase() || "?";
}

/** A hue from 0 to 359 that belongs to an identity. */
export function hueOf(identity: string): number {
  let hash = 2166136261;
  for (const letter of identity) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  }
  return Math.abs(hash) % 360;
}
