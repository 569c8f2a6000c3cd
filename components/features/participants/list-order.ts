interface Listed {
  name?: string | undefined;
  identity: string;
  isLocal: boolean;
}

const nameOf = ({ name, identity }: Listed) => name || identity;
/** Made once: for each comparison anew, a long list takes long. */
const byName = new Intl.Collator();

/** Oneself first, the others by name. */
export function inListOrder<Person extends Listed>(people: readonly Person[]): Person[] {
  return [...people].sort(
    (a, b) => Number(b.isLocal) - Number(a.isLocal) || byName.compare(nameOf(a), nameOf(b)),
  );
}

/** Letters that are no letter with an accent to Unicode, and are typed without theirs all the same. */
const typedAs: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** Letters as they are searched: whatever their case, and with or without accents. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => typedAs[letter] ?? letter);

/** Those whose name has all that was typed in it, in whatever order: "love ada" finds Ada Lovelace. */
export function withName<Person extends Listed>(
  people: readonly Person[],
  typed: string,
): readonly Person[] {
  const wanted = plain(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return people;
  return people.filter((person) => {
    const name = plain(nameOf(person));
    return wanted.every((part) => name.includes(part));
  });
}
