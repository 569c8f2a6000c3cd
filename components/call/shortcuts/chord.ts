// Keys as shortcuts are kept and compared: "m", "shift+m", "?", "ctrl+e", "space".

interface PressedKey {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  getModifierState(key: string): boolean;
}

const modifierKeys = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Fn|OS)$/;
const nothing = /^(?:Dead|Process|Unidentified|Compose)$/;

const isLetter = (key: string) => key.toLowerCase() !== key.toUpperCase();

/** The letter a key has on a Latin keyboard, where the person's own has another script's. */
function nameOf({ key, code }: PressedKey): string {
  if (key === " ") return "space";
  const [latin] = /^Key([A-Z])$/.exec(code)?.slice(1) ?? [];
  const isForeign = [...key].length === 1 && isLetter(key) && !/\p{Script=Latin}/u.test(key);
  return (isForeign && latin ? latin : key).toLowerCase();
}

/** What was pressed; undefined while only Shift and the like are held, or a character is being composed. */
export function chordOf(event: PressedKey): string | undefined {
  const { key } = event;
  if (modifierKeys.test(key) || nothing.test(key)) return undefined;
  const name = nameOf(event);
  // With AltGr a character is typed, and Windows says Ctrl and Alt for it.
  const isTyped = event.getModifierState("AltGraph");
  // So it is with Shift, but for letters and keys that type nothing.
  const isCharacter = [...name].length === 1 && !isLetter(name);
  return [
    ...(event.ctrlKey && !isTyped ? ["ctrl"] : []),
    ...(event.altKey && !isTyped ? ["alt"] : []),
    ...(event.metaKey ? ["meta"] : []),
    ...(event.shiftKey && !isCharacter ? ["shift"] : []),
    name,
  ].join("+");
}

const partsOf = (chord: string) => (chord === "+" ? ["+"] : chord.split(/\+(?=.)/));

/** Whether a chord types nothing, so that it may do something while somebody types. */
export function isSafeWhileTyping(chord: string): boolean {
  return partsOf(chord)
    .slice(0, -1)
    .some((part) => part === "ctrl" || part === "alt" || part === "meta");
}

const arrows = { arrowleft: "←", arrowright: "→", arrowup: "↑", arrowdown: "↓" };

/** A chord as people read it: "Ctrl+Shift+M", "Space". "" for none. */
export function readable(chord: string, isMac = false): string {
  const words: Record<string, string> = {
    ...arrows,
    ...(isMac ? { ctrl: "⌃", alt: "⌥", meta: "⌘", shift: "⇧" } : { meta: "Win" }),
  };
  return partsOf(chord)
    .map((part) => words[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
    .join("+");
}

/** What moves about the page, or closes what is open. */
const needed =
  /^(?:shift\+)?(?:tab|enter|escape|backspace|delete|arrow(?:up|down|left|right)|home|end|page(?:up|down)|f6)$/;
/** What browsers keep, or everybody knows by heart as something else. */
const browsers =
  /^(?:(?:ctrl|meta)\+(?:shift\+)?[acfhlnprstvwxz0-9+=-]|(?:ctrl|meta)\+q|alt\+(?:f4|arrow(?:left|right)|home)|f1|f3|f5|f7|f11|f12|(?:ctrl|shift)\+f5)$/;

/** Why a chord cannot be a shortcut; undefined where it can. */
export function refusalOf(chord: string, isHeld = false): "needed" | "browsers" | undefined {
  if (needed.test(chord) || (chord === "space" && !isHeld)) return "needed";
  return browsers.test(chord) ? "browsers" : undefined;
}
