// A file from somebody is a stranger's: its name and what it says it is are words of theirs.

/** The most that one file may weigh. */
export const mostFileBytes = 25 * 1024 * 1024;

/** Nothing that hides, turns the reading direction round, or means something to a file system. */
const unsafe =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]/gu;
/** Names that Windows keeps for its devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const mostLetters = 100;

/** A name to save a file under, of what its sender calls it; the ending stays. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(unsafe, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (plain === "" || /^_+$/.test(plain)) return "file";
  const named = reserved.test(plain) ? `_${plain}` : plain;
  const letters = [...named];
  if (letters.length <= mostLetters) return named;
  const ending = endingOf(named);
  const short = letters.slice(0, mostLetters - ending.length).join("");
  return `${short.replace(/[\s.]+$/, "")}${ending}`;
}

/** `.pdf` of `a.pdf`; nothing where there is none, or where it is no usual one. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? "";
}

/** What runs, opens as a page, or carries macros. */
const risky = new Set(
  (
    "exe msi msix appx com scr pif cpl bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta jar jnlp reg lnk url " +
    "scf inf dll sys sh bash command app dmg pkg deb rpm apk html htm xhtml shtml mht mhtml svg svgz xml xsl swf " +
    "docm dotm xlsm xltm xlam pptm potm ppam one iso img vhd vhdx desktop webloc action workflow py rb pl php"
  ).split(" "),
);

/** Whether opening a file of this name may do more than show something. */
export function isRisky(name: string): boolean {
  return risky.has(endingOf(safeFileName(name)).slice(1).toLowerCase());
}

const signatures: readonly (readonly [type: string, offset: number, bytes: readonly number[]])[] = [
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/gif", 0, [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
];

/** What picture this is by its first bytes, whatever its name says; undefined for everything else. */
export function pictureTypeOf(bytes: Uint8Array): string | undefined {
  return signatures.find(([, offset, expected]) =>
    expected.every((byte, index) => bytes[offset + index] === byte),
  )?.[0];
}
