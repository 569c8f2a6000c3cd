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
  return /\.[a-z0-9-]{1,20}$/i.exec(name)?.[0] ?? "";
}

/** What runs, opens as a page, or carries macros. */
const risky = new Set(
  // Windows: programs, scripts, what it installs or runs for somebody, links to elsewhere.
  (
    "exe com scr pif cpl bat cmd msi msp mst msix msixbundle appx appxbundle appinstaller application " +
    "appref-ms gadget dll ocx sys drv inf reg scf lnk url rdp msc mmc chm hlp hta cab diagcab themepack theme " +
    "deskthemepack settingcontent-ms library-ms search-ms searchconnector-ms ps1 ps1xml psm1 psd1 psc1 vb vbs " +
    "vbe js jse mjs ws wsf wsh wsc sct job xbap xaml " +
    // Office: what carries macros, adds itself, or fetches from elsewhere.
    "docm dotm xlsm xltm xlam xlsb xla xll pptm potm ppam ppsm sldm iqy oqy dqy rqy slk wll mde ade accde accda " +
    "mdb accdb one " +
    // macOS, Linux, Android.
    "sh bash zsh run command tool app dmg pkg mpkg scpt scptd applescript workflow action " +
    "terminal fileloc inetloc mobileconfig webloc desktop deb rpm appimage flatpakref flatpak snap apk aab ipa " +
    // Pages and what they are made of, programs for an interpreter.
    "html htm xhtml shtml mht mhtml svg svgz xml xsl xslt swf jar jnlp py pyw pyc pyz rb pl php " +
    // What hides where it is from.
    "iso img vhd vhdx"
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
