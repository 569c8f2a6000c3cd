import { type ShortcutGroup, shortcutGroups } from "@/components/call/feature";
import type { KnownShortcut } from "@/components/call/shortcuts/keymap";

interface Group {
  group: ShortcutGroup;
  shortcuts: readonly KnownShortcut[];
}

/** Shortcuts by what they are about; in each group those last that have no key unless a person gives them one. */
export function inGroups(keymap: readonly KnownShortcut[]): Group[] {
  return shortcutGroups.flatMap((group) => {
    const all = keymap.filter((shortcut) => shortcut.group === group);
    const isRare = ({ ownKey }: KnownShortcut) => ownKey === "";
    const shortcuts = [...all.filter((one) => !isRare(one)), ...all.filter(isRare)];
    return shortcuts.length > 0 ? [{ group, shortcuts }] : [];
  });
}
