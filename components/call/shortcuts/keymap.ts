import type { MeetingFeature, ShortcutGroup } from "@/components/call/feature";

export interface KnownShortcut {
  /** "microphone.turn": the feature and its name for it. */
  id: string;
  featureId: string;
  /** A message key of the feature. */
  label: string;
  group: ShortcutGroup;
  /** The key it has unless somebody changed it; "" for none. */
  ownKey: string;
  /** The key it has for this person; "" where it is turned off, or has none. */
  key: string;
  isHeld: boolean;
  isForHostAlone: boolean;
}

/**
 * Every shortcut of the features with this person's keys, in the order of the features. A key that they gave
 * to something else is that, also where a later version has it for another.
 */
export function keymapOf(
  features: readonly MeetingFeature[],
  changed: Readonly<Record<string, string>>,
): KnownShortcut[] {
  const given = new Set(Object.values(changed));
  return features.flatMap(({ id: featureId, shortcuts = [] }) =>
    shortcuts.map(({ key: ownKey, label, group, isHeld = false, isForHostAlone = false }) => {
      const id = `${featureId}.${label}`;
      return {
        id,
        featureId,
        label,
        group,
        ownKey,
        key: changed[id] ?? (given.has(ownKey) ? "" : ownKey),
        isHeld,
        isForHostAlone,
      };
    }),
  );
}

/** The other shortcut that has this key already. */
export function takenBy(
  chord: string,
  id: string,
  keymap: readonly KnownShortcut[],
): KnownShortcut | undefined {
  if (chord === "") return undefined;
  return keymap.find((each) => each.id !== id && each.key === chord);
}

/** The shortcut of a name: the key that its feature declares for it, or its id where that is none. */
export function named(name: string, keymap: readonly KnownShortcut[]): KnownShortcut | undefined {
  return keymap.find(({ ownKey, id }) => (ownKey === "" ? id : ownKey) === name);
}

/** What to remember so that a shortcut has this key: nothing where it is its own. */
export function withKey(
  changed: Readonly<Record<string, string>>,
  { id, ownKey }: KnownShortcut,
  key: string,
): Record<string, string> {
  const { [id]: _before, ...others } = changed;
  return key === ownKey ? others : { ...others, [id]: key };
}
