// The emoji by their groups, and by what they are called. A chunk of its own, fetched with the picker.
import compact from "emojibase-data/en/compact.json";

export interface Emoji {
  unicode: string;
  label: string;
  words: string;
}

/** The groups of Unicode by their numbers; 2 is parts that mean nothing alone. */
export const groups = [
  { key: "smileys", number: 0 },
  { key: "people", number: 1 },
  { key: "nature", number: 3 },
  { key: "food", number: 4 },
  { key: "travel", number: 5 },
  { key: "activities", number: 6 },
  { key: "objects", number: 7 },
  { key: "symbols", number: 8 },
  { key: "flags", number: 9 },
] as const;

export const often = ["👍", "❤️", "😂", "🎉", "🙏", "👀", "✅", "🔥"];

const inOrder = compact.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));

const toEmoji = ({ unicode, label, tags = [] }: (typeof inOrder)[number]): Emoji => ({
  unicode,
  label,
  words: `${label} ${tags.join(" ")}`.toLowerCase(),
});

export const emojiOf: ReadonlyMap<number, readonly Emoji[]> = new Map(
  groups.map(({ number }) => [
    number,
    inOrder.filter(({ group }) => group === number).map(toEmoji),
  ]),
);

const mostFound = 80;

/** Those that are called so: every word has to begin one of theirs. */
export function findEmoji(query: string): Emoji[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: Emoji[] = [];
  for (const all of emojiOf.values()) {
    for (const emoji of all) {
      const fits = wanted.every((word) => ` ${emoji.words}`.includes(` ${word}`));
      if (fits && found.length < mostFound) found.push(emoji);
    }
  }
  return found;
}
